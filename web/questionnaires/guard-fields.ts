/** Names of the fields that guard one question, beside those that hold its answer. */
export const guardFieldNames = (concept: string) => ({
  /** the revision that the form was drawn from; 0: nothing was stored */
  revision: `${concept}-versie`,
  /** id of the profile value that the form was filled in with */
  profile: `${concept}-profiel`,
  /** whether that value still holds, or is passed over for now */
  profileChoice: `${concept}-profielkeuze`,
  /** which of two answers stays */
  choice: `${concept}-keuze`,
  /** present where a choice between two answers must be made */
  mustChoose: `${concept}-kiezen`,
  /** who may read the answer with the name of the organisation */
  consent: `${concept}-openheid`,
});
