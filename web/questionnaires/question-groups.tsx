import type { JSX } from "preact";
import type { FieldErrors } from "../ui/field-errors.ts";
import { Question, type QuestionView } from "./question.tsx";
import { groupByStem } from "./stems.ts";

/** The questions of a section with their fields; those that share an opening stand together beneath it. */
export function QuestionGroups({
  questions,
  typed,
  errors,
}: {
  questions: readonly QuestionView[];
  typed?: Readonly<Record<string, readonly string[]>> | undefined;
  errors?: FieldErrors | undefined;
}): JSX.Element {
  return (
    <>
      {groupByStem(questions).map((group) => {
        const list = group.questions.map((question) => (
          <Question key={question.concept} question={question} typed={typed} errors={errors} />
        ));
        if (!group.stem) return list;
        const id = `opening-${group.questions[0]?.concept}`;
        return (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{group.stem} …</h2>
            {list}
          </section>
        );
      })}
    </>
  );
}
