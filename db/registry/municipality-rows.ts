// municipalities.csv as a module, so that the seeding path needs no file system and no CSV parser.
// A unit test compares the two field by field. Fields are parted by ";", records by " ~ " or a line end.

/** 342 records in the column order of municipalities.csv; read them with `municipalityRegistry`. */
export const municipalityRows = `
GM0014;Groningen;Groningen;Groningen;G40;G40;53.2183;6.6210;234950;244829; ~ GM0034;Almere;Almere;Flevoland;G40;G40;52.3672;5.2469;217828;232650;
GM0037;Stadskanaal;Stadskanaal;Groningen;;M50;53.0021;7.0103;31851;32110; ~ GM0047;Veendam;Veendam;Groningen;;K80/P10;53.0891;6.8801;27466;27826;
GM0050;Zeewolde;Zeewolde;Flevoland;;K80/P10;52.3460;5.4509;23348;24610; ~ GM0059;Achtkarspelen;Achtkarspelen;Fryslân;;K80/P10;53.2167;6.1431;27954;28253;Friesland
GM0060;Ameland;Ameland;Fryslân;;K80/P10;53.4508;5.7519;3757;3822;Friesland ~ GM0072;Harlingen;Harlingen;Fryslân;;K80/P10;53.1754;5.4518;15904;16270;Friesland
GM0074;Heerenveen;Heerenveen;Fryslân;;M50;52.9958;5.9783;51119;51961;Friesland ~ GM0080;Leeuwarden;Leeuwarden;Fryslân;G40;G40;53.1701;5.7977;125504;130179;Ljouwert|Friesland
GM0085;Ooststellingwerf;Ooststellingwerf;Fryslân;P10;K80/P10;52.9823;6.2830;25680;25900;Friesland ~ GM0086;Opsterland;Opsterland;Fryslân;P10;K80/P10;53.0491;6.1123;29791;30073;Friesland
GM0088;Schiermonnikoog;Schiermonnikoog;Fryslân;;K80/P10;53.4927;6.2327;944;971;Friesland ~ GM0090;Smallingerland;Smallingerland;Fryslân;;M50;53.1134;6.0387;55895;57195;Drachten|Friesland
GM0093;Terschelling;Terschelling;Fryslân;;K80/P10;53.3999;5.3319;4960;4834;Friesland ~ GM0096;Vlieland;Vlieland;Fryslân;;K80/P10;53.2567;4.9616;1195;1204;Friesland
GM0098;Weststellingwerf;Weststellingwerf;Fryslân;P10;K80/P10;52.8757;6.0179;26278;26617;Friesland ~ GM0106;Assen;Assen;Drenthe;G40;G40;53.0014;6.5526;68979;70765;
GM0109;Coevorden;Coevorden;Drenthe;M50;M50;52.7403;6.7361;35517;35726; ~ GM0114;Emmen;Emmen;Drenthe;G40;G40;52.7496;6.9619;107856;109838;
GM0118;Hoogeveen;Hoogeveen;Drenthe;;M50;52.7231;6.5135;55857;56773; ~ GM0119;Meppel;Meppel;Drenthe;;M50;52.7157;6.1949;34761;36607;
GM0141;Almelo;Almelo;Overijssel;G40;G40;52.3480;6.6582;73155;75158; ~ GM0147;Borne;Borne;Overijssel;;K80/P10;52.3122;6.7435;24007;25042;
GM0148;Dalfsen;Dalfsen;Overijssel;;M50;52.5147;6.2767;29162;30268; ~ GM0150;Deventer;Deventer;Overijssel;G40;G40;52.2682;6.2358;101446;105130;
GM0153;Enschede;Enschede;Overijssel;G40;G40;52.2207;6.8778;160640;162671; ~ GM0158;Haaksbergen;Haaksbergen;Overijssel;;K80/P10;52.1557;6.7555;24268;24313;
GM0160;Hardenberg;Hardenberg;Overijssel;;M50;52.5858;6.5743;61798;64120; ~ GM0163;Hellendoorn;Hellendoorn;Overijssel;M50;M50;52.3865;6.4509;35940;36351;
GM0164;Hengelo;Hengelo (O.);Overijssel;G40;G40;52.2550;6.7783;81476;84038; ~ GM0166;Kampen;Kampen;Overijssel;M50;M50;52.5549;5.9332;54791;56841;
GM0168;Losser;Losser;Overijssel;;K80/P10;52.3028;7.0026;23084;23465; ~ GM0171;Noordoostpolder;Noordoostpolder;Flevoland;;M50;52.7129;5.7678;48048;51997;Emmeloord
GM0173;Oldenzaal;Oldenzaal;Overijssel;;M50;52.3079;6.9105;31741;32029; ~ GM0175;Ommen;Ommen;Overijssel;;K80/P10;52.5162;6.4351;18457;19368;
GM0177;Raalte;Raalte;Overijssel;M50;M50;52.3879;6.2790;38140;39090; ~ GM0180;Staphorst;Staphorst;Overijssel;;K80/P10;52.6333;6.2071;17282;18220;
GM0183;Tubbergen;Tubbergen;Overijssel;;K80/P10;52.4106;6.7768;21364;21601; ~ GM0184;Urk;Urk;Flevoland;;K80/P10;52.6646;5.6231;21468;22429;
GM0189;Wierden;Wierden;Overijssel;;K80/P10;52.3445;6.5605;24643;25535; ~ GM0193;Zwolle;Zwolle;Overijssel;G40;G40;52.5185;6.1186;130668;134143;
GM0197;Aalten;Aalten;Gelderland;;K80/P10;51.9219;6.5605;27100;27603; ~ GM0200;Apeldoorn;Apeldoorn;Gelderland;G40;G40;52.1898;5.9218;165611;169222;
GM0202;Arnhem;Arnhem;Gelderland;G40;G40;52.0010;5.8929;163888;172002; ~ GM0203;Barneveld;Barneveld;Gelderland;M50;M50;52.1682;5.6414;60584;63927;
GM0209;Beuningen;Beuningen;Gelderland;;K80/P10;51.8628;5.7404;26235;26871; ~ GM0213;Brummen;Brummen;Gelderland;;K80/P10;52.1090;6.1184;20890;21561;
GM0214;Buren;Buren;Gelderland;;K80/P10;51.9383;5.4032;27155;28096; ~ GM0216;Culemborg;Culemborg;Gelderland;;M50;51.9459;5.2104;29397;30409;
GM0221;Doesburg;Doesburg;Gelderland;;K80/P10;52.0185;6.1461;11036;11172; ~ GM0222;Doetinchem;Doetinchem;Gelderland;M50;M50;51.9607;6.2869;58546;60473;
GM0225;Druten;Druten;Gelderland;;K80/P10;51.8746;5.6129;19178;20015; ~ GM0226;Duiven;Duiven;Gelderland;;K80/P10;51.9461;6.0177;24946;24856;
GM0228;Ede;Ede;Gelderland;G40;G40;52.0764;5.7280;119986;125303; ~ GM0230;Elburg;Elburg;Gelderland;;K80/P10;52.4120;5.8501;23740;24039;
GM0232;Epe;Epe;Gelderland;;M50;52.3254;5.9549;33257;33781; ~ GM0233;Ermelo;Ermelo;Gelderland;;K80/P10;52.2877;5.6681;27258;28191;
GM0243;Harderwijk;Harderwijk;Gelderland;;M50;52.3396;5.6550;48857;50661; ~ GM0244;Hattem;Hattem;Gelderland;;K80/P10;52.4748;6.0530;12307;12822;
GM0246;Heerde;Heerde;Gelderland;;K80/P10;52.4060;6.0504;18976;19325; ~ GM0252;Heumen;Heumen;Gelderland;;K80/P10;51.7779;5.8189;17175;16977;
GM0262;Lochem;Lochem;Gelderland;M50;M50;52.1794;6.3469;34069;34213; ~ GM0263;Maasdriel;Maasdriel;Gelderland;;K80/P10;51.7761;5.2969;25504;26225;
GM0267;Nijkerk;Nijkerk;Gelderland;M50;M50;52.2110;5.4859;44311;46276; ~ GM0268;Nijmegen;Nijmegen;Gelderland;G40;G40;51.8386;5.8369;179100;189850;
GM0269;Oldebroek;Oldebroek;Gelderland;;K80/P10;52.4567;5.9379;23930;24529; ~ GM0273;Putten;Putten;Gelderland;;K80/P10;52.2432;5.5844;24598;25169;
GM0274;Renkum;Renkum;Gelderland;;M50;51.9896;5.7843;31358;31355; ~ GM0275;Rheden;Rheden;Gelderland;;M50;52.0337;6.0513;43435;43848;
GM0277;Rozendaal;Rozendaal;Gelderland;K80;K80/P10;52.0425;5.9679;1756;1836; ~ GM0279;Scherpenzeel;Scherpenzeel;Gelderland;;K80/P10;52.0891;5.4998;10317;10674;
GM0281;Tiel;Tiel;Gelderland;M50;M50;51.8851;5.4072;42277;42493; ~ GM0285;Voorst;Voorst;Gelderland;;K80/P10;52.2257;6.0991;24994;25567;
GM0289;Wageningen;Wageningen;Gelderland;;M50;51.9733;5.6633;39939;42784; ~ GM0293;Westervoort;Westervoort;Gelderland;;K80/P10;51.9574;5.9713;14944;15250;
GM0294;Winterswijk;Winterswijk;Gelderland;M50;M50;51.9699;6.7261;29185;29298; ~ GM0296;Wijchen;Wijchen;Gelderland;;M50;51.8167;5.7021;41344;42104;
GM0297;Zaltbommel;Zaltbommel;Gelderland;;M50;51.7923;5.1588;29957;30677; ~ GM0299;Zevenaar;Zevenaar;Gelderland;;M50;51.9244;6.0852;44645;45570;
GM0301;Zutphen;Zutphen;Gelderland;M50;M50;52.1364;6.2336;48330;49290; ~ GM0302;Nunspeet;Nunspeet;Gelderland;;K80/P10;52.3390;5.7863;28223;29686;
GM0303;Dronten;Dronten;Flevoland;M50;M50;52.5022;5.7015;42865;45436; ~ GM0307;Amersfoort;Amersfoort;Utrecht;G40;G40;52.1737;5.3847;158590;163766;
GM0308;Baarn;Baarn;Utrecht;;K80/P10;52.2038;5.2643;24876;25442; ~ GM0310;De Bilt;De Bilt;Utrecht;M50;M50;52.1418;5.1744;43508;43673;
GM0312;Bunnik;Bunnik;Utrecht;;K80/P10;52.0411;5.2166;15590;16402; ~ GM0313;Bunschoten;Bunschoten;Utrecht;;K80/P10;52.2388;5.3579;22325;22899;
GM0317;Eemnes;Eemnes;Utrecht;;K80/P10;52.2499;5.2792;9450;10063; ~ GM0321;Houten;Houten;Utrecht;M50;M50;52.0042;5.1816;50323;50950;
GM0327;Leusden;Leusden;Utrecht;;M50;52.1223;5.4161;30713;32288; ~ GM0331;Lopik;Lopik;Utrecht;;K80/P10;51.9855;4.9459;14512;14796;
GM0335;Montfoort;Montfoort;Utrecht;;K80/P10;52.0476;4.9438;13818;13793; ~ GM0339;Renswoude;Renswoude;Utrecht;K80;K80/P10;52.0696;5.5347;5651;5905;
GM0340;Rhenen;Rhenen;Utrecht;;K80/P10;51.9809;5.5603;20265;20457; ~ GM0342;Soest;Soest;Utrecht;M50;M50;52.1560;5.2963;47113;47853;
GM0344;Utrecht;Utrecht;Utrecht;G4;G4;52.0911;5.0748;361699;378278; ~ GM0345;Veenendaal;Veenendaal;Utrecht;M50;M50;52.0235;5.5555;67671;70799;
GM0351;Woudenberg;Woudenberg;Utrecht;;K80/P10;52.0815;5.4267;13873;15103; ~ GM0352;Wijk bij Duurstede;Wijk bij Duurstede;Utrecht;;K80/P10;51.9894;5.3252;23921;23712;
GM0353;IJsselstein;IJsselstein;Utrecht;;M50;52.0279;5.0286;33429;33171; ~ GM0355;Zeist;Zeist;Utrecht;M50;M50;52.1019;5.2553;65987;66656;
GM0356;Nieuwegein;Nieuwegein;Utrecht;M50;M50;52.0307;5.0947;64554;68299; ~ GM0358;Aalsmeer;Aalsmeer;Noord-Holland;;M50;52.2577;4.7549;32452;33453;
GM0361;Alkmaar;Alkmaar;Noord-Holland;G40;G40;52.6017;4.8033;110783;113170; ~ GM0362;Amstelveen;Amstelveen;Noord-Holland;G40;G40;52.2893;4.8511;92331;95836;
GM0363;Amsterdam;Amsterdam;Noord-Holland;G4;G4;52.3810;4.8801;903399;942504; ~ GM0373;Bergen (NH);Bergen (NH.);Noord-Holland;;K80/P10;52.6634;4.6699;29723;29654;
GM0375;Beverwijk;Beverwijk;Noord-Holland;;M50;52.4840;4.6538;42084;43063; ~ GM0376;Blaricum;Blaricum;Noord-Holland;;K80/P10;52.2794;5.2593;12359;12934;
GM0377;Bloemendaal;Bloemendaal;Noord-Holland;;K80/P10;52.4141;4.5844;23732;23558; ~ GM0383;Castricum;Castricum;Noord-Holland;;M50;52.5569;4.6829;36263;37075;
GM0384;Diemen;Diemen;Noord-Holland;M50;M50;52.3362;4.9865;31822;33284; ~ GM0385;Edam-Volendam;Edam-Volendam;Noord-Holland;;M50;52.5418;5.0187;36471;37124;Edam|Volendam
GM0388;Enkhuizen;Enkhuizen;Noord-Holland;K80;K80/P10;52.7164;5.2726;18620;18738; ~ GM0392;Haarlem;Haarlem;Noord-Holland;G40;G40;52.3835;4.6474;162898;168946;
GM0394;Haarlemmermeer;Haarlemmermeer;Noord-Holland;G40;G40;52.3083;4.6865;159336;166996;Hoofddorp|Nieuw-Vennep ~ GM0396;Heemskerk;Heemskerk;Noord-Holland;;M50;52.5120;4.6474;39189;39532;
GM0397;Heemstede;Heemstede;Noord-Holland;;K80/P10;52.3447;4.6155;27557;27557; ~ GM0399;Heiloo;Heiloo;Noord-Holland;;K80/P10;52.5997;4.7081;24417;24612;
GM0400;Den Helder;Den Helder;Noord-Holland;M50;M50;52.9219;4.7533;56334;56665; ~ GM0402;Hilversum;Hilversum;Noord-Holland;G40;G40;52.2227;5.1679;91733;94601;
GM0405;Hoorn;Hoorn;Noord-Holland;G40;G40;52.6563;5.0702;74298;76211; ~ GM0406;Huizen;Huizen;Noord-Holland;;M50;52.2917;5.2320;40938;41283;
GM0415;Landsmeer;Landsmeer;Noord-Holland;;K80/P10;52.4506;4.9245;11560;11684; ~ GM0417;Laren;Laren (NH.);Noord-Holland;;K80/P10;52.2471;5.2168;11528;11545;
GM0420;Medemblik;Medemblik;Noord-Holland;;M50;52.7207;5.0991;45464;46328; ~ GM0431;Oostzaan;Oostzaan;Noord-Holland;;K80/P10;52.4521;4.8764;9639;9776;
GM0432;Opmeer;Opmeer;Noord-Holland;;K80/P10;52.7152;4.9531;12074;12668; ~ GM0437;Ouder-Amstel;Ouder-Amstel;Noord-Holland;;K80/P10;52.2892;4.9134;14212;14529;
GM0439;Purmerend;Purmerend;Noord-Holland;;G40;52.5433;4.9307;92240;96177; ~ GM0441;Schagen;Schagen;Noord-Holland;M50;M50;52.7843;4.7482;46833;48772;
GM0448;Texel;Texel;Noord-Holland;;K80/P10;53.0821;4.8091;13687;13946; ~ GM0450;Uitgeest;Uitgeest;Noord-Holland;;K80/P10;52.5234;4.7281;13563;13491;
GM0451;Uithoorn;Uithoorn;Noord-Holland;;M50;52.2368;4.7907;31018;32215; ~ GM0453;Velsen;Velsen;Noord-Holland;M50;M50;52.4495;4.6297;68482;70368;IJmuiden
GM0473;Zandvoort;Zandvoort;Noord-Holland;;K80/P10;52.3580;4.5435;17107;17326; ~ GM0479;Zaanstad;Zaanstad;Noord-Holland;G40;G40;52.4631;4.7731;157166;165235;
GM0482;Alblasserdam;Alblasserdam;Zuid-Holland;;K80/P10;51.8645;4.6659;20087;20239; ~ GM0484;Alphen aan den Rijn;Alphen aan den Rijn;Zuid-Holland;G40;G40;52.1133;4.6408;112926;117278;Alphen
GM0489;Barendrecht;Barendrecht;Zuid-Holland;M50;M50;51.8510;4.5253;48714;48678; ~ GM0498;Drechterland;Drechterland;Noord-Holland;;K80/P10;52.6638;5.1652;19983;20553;
GM0502;Capelle aan den IJssel;Capelle aan den IJssel;Zuid-Holland;;M50;51.9352;4.5803;67188;69644;Capelle ~ GM0503;Delft;Delft;Zuid-Holland;G40;G40;51.9983;4.3634;104572;110044;
GM0505;Dordrecht;Dordrecht;Zuid-Holland;G40;G40;51.7818;4.7091;119537;122933;Dordt ~ GM0512;Gorinchem;Gorinchem;Zuid-Holland;M50;M50;51.8385;4.9771;37632;39046;
GM0513;Gouda;Gouda;Zuid-Holland;G40;G40;52.0152;4.7060;74095;77803; ~ GM0518;Den Haag;'s-Gravenhage;Zuid-Holland;G4;G4;52.0687;4.3004;553417;569076;The Hague|Haag
GM0523;Hardinxveld-Giessendam;Hardinxveld-Giessendam;Zuid-Holland;;K80/P10;51.8325;4.8523;18511;19400; ~ GM0531;Hendrik-Ido-Ambacht;Hendrik-Ido-Ambacht;Zuid-Holland;M50;M50;51.8417;4.6385;31663;33107;
GM0532;Stede Broec;Stede Broec;Noord-Holland;;K80/P10;52.7008;5.2251;21947;22435; ~ GM0534;Hillegom;Hillegom;Zuid-Holland;;K80/P10;52.2970;4.5770;22312;23083;
GM0537;Katwijk;Katwijk;Zuid-Holland;;M50;52.1899;4.4225;66032;67154; ~ GM0542;Krimpen aan den IJssel;Krimpen aan den IJssel;Zuid-Holland;;K80/P10;51.9149;4.6024;29415;29869;
GM0546;Leiden;Leiden;Zuid-Holland;G40;G40;52.1549;4.4850;125074;130302; ~ GM0547;Leiderdorp;Leiderdorp;Zuid-Holland;;K80/P10;52.1569;4.5414;27464;27946;
GM0553;Lisse;Lisse;Zuid-Holland;;K80/P10;52.2556;4.5458;23015;23843; ~ GM0556;Maassluis;Maassluis;Zuid-Holland;;M50;51.9252;4.2488;34148;37136;
GM0569;Nieuwkoop;Nieuwkoop;Zuid-Holland;;K80/P10;52.1709;4.7795;29304;29719; ~ GM0575;Noordwijk;Noordwijk;Zuid-Holland;;M50;52.2701;4.4848;44365;46453;
GM0579;Oegstgeest;Oegstgeest;Zuid-Holland;;K80/P10;52.1857;4.4720;25499;26096; ~ GM0589;Oudewater;Oudewater;Utrecht;;K80/P10;52.0278;4.8642;10159;10512;
GM0590;Papendrecht;Papendrecht;Zuid-Holland;M50;M50;51.8334;4.7035;32208;32258; ~ GM0597;Ridderkerk;Ridderkerk;Zuid-Holland;M50;M50;51.8688;4.5962;47099;48070;
GM0599;Rotterdam;Rotterdam;Zuid-Holland;G4;G4;51.9176;4.4739;655468;674485; ~ GM0603;Rijswijk;Rijswijk (ZH.);Zuid-Holland;M50;M50;52.0359;4.3260;56941;61874;
GM0606;Schiedam;Schiedam;Zuid-Holland;G40;G40;51.9267;4.3850;79644;82055; ~ GM0610;Sliedrecht;Sliedrecht;Zuid-Holland;;K80/P10;51.8308;4.7731;25897;26516;
GM0613;Albrandswaard;Albrandswaard;Zuid-Holland;;K80/P10;51.8520;4.4356;25934;26560; ~ GM0622;Vlaardingen;Vlaardingen;Zuid-Holland;;M50;51.9174;4.3281;74143;77462;
GM0626;Voorschoten;Voorschoten;Zuid-Holland;;K80/P10;52.1250;4.4387;25627;25978; ~ GM0627;Waddinxveen;Waddinxveen;Zuid-Holland;M50;M50;52.0428;4.6401;31342;35525;
GM0629;Wassenaar;Wassenaar;Zuid-Holland;M50;M50;52.1375;4.3730;27115;27975; ~ GM0632;Woerden;Woerden;Utrecht;M50;M50;52.1070;4.8989;52882;54208;
GM0637;Zoetermeer;Zoetermeer;Zuid-Holland;G40;G40;52.0608;4.4899;125767;130850; ~ GM0638;Zoeterwoude;Zoeterwoude;Zuid-Holland;;K80/P10;52.1146;4.5138;9302;10357;
GM0642;Zwijndrecht;Zwijndrecht;Zuid-Holland;M50;M50;51.8221;4.6057;44789;44816; ~ GM0654;Borsele;Borsele;Zeeland;;K80/P10;51.4451;3.8128;22847;23185;
GM0664;Goes;Goes;Zeeland;M50;M50;51.5149;3.8455;38950;40399; ~ GM0668;West Maas en Waal;West Maas en Waal;Gelderland;;K80/P10;51.8518;5.4969;19675;20838;
GM0677;Hulst;Hulst;Zeeland;P10;K80/P10;51.3222;4.0683;27533;27375; ~ GM0678;Kapelle;Kapelle;Zeeland;;K80/P10;51.4847;3.9679;13020;13156;
GM0687;Middelburg;Middelburg (Z.);Zeeland;;M50;51.5015;3.6476;49199;50438; ~ GM0703;Reimerswaal;Reimerswaal;Zeeland;;K80/P10;51.4637;4.0342;22920;23393;
GM0715;Terneuzen;Terneuzen;Zeeland;M50;M50;51.2879;3.8460;54501;55942;Zeeuws-Vlaanderen ~ GM0716;Tholen;Tholen;Zeeland;;K80/P10;51.5730;4.1328;26401;27032;
GM0717;Veere;Veere;Zeeland;;K80/P10;51.5352;3.5523;21850;22041; ~ GM0718;Vlissingen;Vlissingen;Zeeland;;M50;51.4612;3.6121;44585;45893;
GM0736;De Ronde Venen;De Ronde Venen;Utrecht;M50;M50;52.2263;4.9175;44955;45739;Mijdrecht ~ GM0737;Tytsjerksteradiel;Tytsjerksteradiel;Fryslân;;M50;53.2000;5.9625;32282;32892;Tietjerksteradeel|Burgum|Friesland
GM0743;Asten;Asten;Noord-Brabant;K80;K80/P10;51.3864;5.7791;17068;17493; ~ GM0744;Baarle-Nassau;Baarle-Nassau;Noord-Brabant;K80;K80/P10;51.4390;4.8939;6931;7254;
GM0748;Bergen op Zoom;Bergen op Zoom;Noord-Brabant;M50;M50;51.5035;4.2882;67894;70693;Bergen o Zoom ~ GM0753;Best;Best;Noord-Brabant;;M50;51.5136;5.3965;30608;31694;
GM0755;Boekel;Boekel;Noord-Brabant;;K80/P10;51.6065;5.6938;11030;11685; ~ GM0757;Boxtel;Boxtel;Noord-Brabant;;M50;51.5812;5.3239;33129;34314;
GM0758;Breda;Breda;Noord-Brabant;G40;G40;51.5853;4.7617;184702;190171; ~ GM0762;Deurne;Deurne;Noord-Brabant;;M50;51.4363;5.8268;32606;33597;
GM0765;Pekela;Pekela;Groningen;;K80/P10;53.0708;6.9731;12196;12565; ~ GM0766;Dongen;Dongen;Noord-Brabant;;K80/P10;51.6355;4.9559;26483;27607;
GM0770;Eersel;Eersel;Noord-Brabant;;K80/P10;51.3964;5.3145;19823;20539; ~ GM0772;Eindhoven;Eindhoven;Noord-Brabant;G40;G40;51.4501;5.4590;238326;249873;
GM0777;Etten-Leur;Etten-Leur;Noord-Brabant;M50;M50;51.5783;4.6452;44152;46109; ~ GM0779;Geertruidenberg;Geertruidenberg;Noord-Brabant;;K80/P10;51.6971;4.8818;21944;21914;
GM0784;Gilze en Rijen;Gilze en Rijen;Noord-Brabant;;K80/P10;51.5597;4.9194;26557;28361; ~ GM0785;Goirle;Goirle;Noord-Brabant;;K80/P10;51.5120;5.0332;23979;24891;
GM0794;Helmond;Helmond;Noord-Brabant;G40;G40;51.4764;5.6571;93476;96842; ~ GM0796;'s-Hertogenbosch;'s-Hertogenbosch;Noord-Brabant;G40;G40;51.7168;5.3518;156538;162272;Den Bosch|Hertogenbosch
GM0797;Heusden;Heusden;Noord-Brabant;;M50;51.6967;5.1601;45557;46687; ~ GM0798;Hilvarenbeek;Hilvarenbeek;Noord-Brabant;K80;K80/P10;51.4794;5.1456;15810;16313;
GM0809;Loon op Zand;Loon op Zand;Noord-Brabant;;K80/P10;51.6405;5.0473;23768;24112; ~ GM0820;Nuenen, Gerwen en Nederwetten;Nuenen, Gerwen en Nederwetten;Noord-Brabant;;K80/P10;51.4784;5.5500;23826;24467;Nuenen
GM0823;Oirschot;Oirschot;Noord-Brabant;;K80/P10;51.4927;5.2898;19061;19795; ~ GM0824;Oisterwijk;Oisterwijk;Noord-Brabant;;M50;51.5624;5.2042;32503;33347;
GM0826;Oosterhout;Oosterhout;Noord-Brabant;M50;M50;51.6380;4.8642;56535;58739; ~ GM0828;Oss;Oss;Noord-Brabant;G40;G40;51.7814;5.5267;93307;95540;
GM0840;Rucphen;Rucphen;Noord-Brabant;;K80/P10;51.5226;4.5584;23326;23984; ~ GM0845;Sint-Michielsgestel;Sint-Michielsgestel;Noord-Brabant;;M50;51.6571;5.3785;29731;30191;
GM0847;Someren;Someren;Noord-Brabant;;K80/P10;51.3789;5.6912;19701;20455; ~ GM0848;Son en Breugel;Son en Breugel;Noord-Brabant;;K80/P10;51.5164;5.4832;17775;18140;
GM0851;Steenbergen;Steenbergen;Noord-Brabant;;K80/P10;51.5975;4.3249;24333;24588; ~ GM0852;Waterland;Waterland;Noord-Holland;;K80/P10;52.4522;5.0146;17343;17728;
GM0855;Tilburg;Tilburg;Noord-Brabant;G40;G40;51.5836;5.0774;224459;230757; ~ GM0858;Valkenswaard;Valkenswaard;Noord-Brabant;;M50;51.3237;5.4493;31236;31912;
GM0861;Veldhoven;Veldhoven;Noord-Brabant;M50;M50;51.4119;5.3832;45822;47902; ~ GM0865;Vught;Vught;Noord-Brabant;;M50;51.6504;5.2426;31783;33200;
GM0866;Waalre;Waalre;Noord-Brabant;;K80/P10;51.3873;5.4648;17626;17862; ~ GM0867;Waalwijk;Waalwijk;Noord-Brabant;M50;M50;51.6923;5.0121;49342;51638;
GM0873;Woensdrecht;Woensdrecht;Noord-Brabant;;K80/P10;51.4083;4.3422;22112;22305; ~ GM0879;Zundert;Zundert;Noord-Brabant;;K80/P10;51.4800;4.6430;22260;23088;
GM0880;Wormerland;Wormerland;Noord-Holland;;K80/P10;52.5020;4.8547;16381;16328; ~ GM0882;Landgraaf;Landgraaf;Limburg;M50;M50;50.9063;6.0327;37023;36838;
GM0888;Beek;Beek (L.);Limburg;;K80/P10;50.9310;5.8092;15817;16143; ~ GM0889;Beesel;Beesel;Limburg;K80;K80/P10;51.2693;6.0691;13408;13569;
GM0893;Bergen (L);Bergen (L.);Limburg;;K80/P10;51.5919;6.0893;13106;13038; ~ GM0899;Brunssum;Brunssum;Limburg;;K80/P10;50.9429;5.9781;27674;27481;
GM0907;Gennep;Gennep;Limburg;;K80/P10;51.6994;5.9867;17237;17957; ~ GM0917;Heerlen;Heerlen;Limburg;G40;G40;50.8935;5.9692;86845;87754;
GM0928;Kerkrade;Kerkrade;Limburg;M50;M50;50.8717;6.0511;45324;45823; ~ GM0935;Maastricht;Maastricht;Limburg;G40;G40;50.8533;5.6997;121151;126017;
GM0938;Meerssen;Meerssen;Limburg;;K80/P10;50.9164;5.7445;18581;18453; ~ GM0944;Mook en Middelaar;Mook en Middelaar;Limburg;;K80/P10;51.7475;5.9000;7989;8190;
GM0946;Nederweert;Nederweert;Limburg;K80;K80/P10;51.2944;5.7731;17323;17537; ~ GM0957;Roermond;Roermond;Limburg;M50;M50;51.2013;6.0118;59184;61439;
GM0965;Simpelveld;Simpelveld;Limburg;;K80/P10;50.8289;5.9864;10425;10462; ~ GM0971;Stein;Stein (L.);Limburg;;K80/P10;50.9693;5.7638;24803;24691;
GM0981;Vaals;Vaals;Limburg;;K80/P10;50.7742;5.9764;10135;10114; ~ GM0983;Venlo;Venlo;Limburg;G40;G40;51.3910;6.1592;102136;104201;
GM0984;Venray;Venray;Limburg;M50;M50;51.5154;5.9633;43964;45104; ~ GM0986;Voerendaal;Voerendaal;Limburg;;K80/P10;50.8695;5.9166;12426;12435;
GM0988;Weert;Weert;Limburg;M50;M50;51.2334;5.6914;50346;51497; ~ GM0994;Valkenburg aan de Geul;Valkenburg aan de Geul;Limburg;;K80/P10;50.8611;5.8235;16167;16490;
GM0995;Lelystad;Lelystad;Flevoland;G40;G40;52.4779;5.4725;81214;85758; ~ GM1507;Horst aan de Maas;Horst aan de Maas;Limburg;P10;K80/P10;51.4447;6.0415;43039;44805;
GM1509;Oude IJsselstreek;Oude IJsselstreek;Gelderland;;M50;51.9078;6.4095;39387;39602;Terborg ~ GM1525;Teylingen;Teylingen;Zuid-Holland;;M50;52.2143;4.5118;37942;38744;Sassenheim|Voorhout
GM1581;Utrechtse Heuvelrug;Utrechtse Heuvelrug;Utrecht;M50;M50;52.0348;5.3882;49981;51104;Doorn|Driebergen ~ GM1586;Oost Gelre;Oost Gelre;Gelderland;M50;M50;52.0101;6.5763;29603;29876;
GM1598;Koggenland;Koggenland;Noord-Holland;;K80/P10;52.6446;4.9479;23048;24209; ~ GM1621;Lansingerland;Lansingerland;Zuid-Holland;;M50;52.0039;4.5061;64110;66613;Bergschenhoek|Berkel en Rodenrijs
GM1640;Leudal;Leudal;Limburg;;M50;51.2396;5.8849;35928;36110; ~ GM1641;Maasgouw;Maasgouw;Limburg;;K80/P10;51.1616;5.8825;24028;24381;
GM1652;Gemert-Bakel;Gemert-Bakel;Noord-Brabant;;M50;51.5407;5.7544;31040;31812; ~ GM1655;Halderberge;Halderberge;Noord-Brabant;;M50;51.5906;4.5229;30770;31477;
GM1658;Heeze-Leende;Heeze-Leende;Noord-Brabant;;K80/P10;51.3607;5.5671;16470;17271; ~ GM1659;Laarbeek;Laarbeek;Noord-Brabant;;K80/P10;51.5310;5.6116;22943;23543;
GM1667;Reusel-De Mierden;Reusel-De Mierden;Noord-Brabant;;K80/P10;51.3782;5.1475;13271;13726; ~ GM1669;Roerdalen;Roerdalen;Limburg;;K80/P10;51.1456;6.0411;20558;20987;
GM1674;Roosendaal;Roosendaal;Noord-Brabant;G40;G40;51.5132;4.4243;77244;78171; ~ GM1676;Schouwen-Duiveland;Schouwen-Duiveland;Zeeland;P10;K80/P10;51.6864;3.8983;34152;34398;Zierikzee
GM1680;Aa en Hunze;Aa en Hunze;Drenthe;P10;K80/P10;52.9929;6.7274;25579;26057; ~ GM1681;Borger-Odoorn;Borger-Odoorn;Drenthe;P10;K80/P10;52.9058;6.8719;25681;26161;
GM1690;De Wolden;De Wolden;Drenthe;P10;K80/P10;52.7018;6.3735;24511;24826; ~ GM1695;Noord-Beveland;Noord-Beveland;Zeeland;;K80/P10;51.5741;3.7721;7668;8071;
GM1696;Wijdemeren;Wijdemeren;Noord-Holland;;K80/P10;52.2265;5.0848;24494;24672; ~ GM1699;Noordenveld;Noordenveld;Drenthe;;M50;53.0958;6.4403;31238;31737;
GM1700;Twenterand;Twenterand;Overijssel;P10;K80/P10;52.4480;6.5984;33718;34234; ~ GM1701;Westerveld;Westerveld;Drenthe;P10;K80/P10;52.8383;6.2957;19854;20042;
GM1705;Lingewaard;Lingewaard;Gelderland;M50;M50;51.9014;5.9425;46963;47804; ~ GM1706;Cranendonck;Cranendonck;Noord-Brabant;;K80/P10;51.2864;5.5964;20669;21025;
GM1708;Steenwijkerland;Steenwijkerland;Overijssel;;M50;52.7556;6.0303;44741;45925;Steenwijk ~ GM1709;Moerdijk;Moerdijk;Noord-Brabant;;M50;51.6587;4.5423;37313;38470;
GM1711;Echt-Susteren;Echt-Susteren;Limburg;;M50;51.0852;5.9084;31731;32394; ~ GM1714;Sluis;Sluis;Zeeland;P10;K80/P10;51.3288;3.5155;23141;23191;
GM1719;Drimmelen;Drimmelen;Noord-Brabant;;K80/P10;51.7003;4.7587;27476;28399; ~ GM1721;Bernheze;Bernheze;Noord-Brabant;;M50;51.6848;5.5210;31715;32943;
GM1723;Alphen-Chaam;Alphen-Chaam;Noord-Brabant;K80;K80/P10;51.5016;4.8863;10425;10489; ~ GM1724;Bergeijk;Bergeijk;Noord-Brabant;;K80/P10;51.3102;5.3400;18879;19440;
GM1728;Bladel;Bladel;Noord-Brabant;;K80/P10;51.3723;5.2388;20718;21046; ~ GM1729;Gulpen-Wittem;Gulpen-Wittem;Limburg;;K80/P10;50.8025;5.9003;14178;13944;
GM1730;Tynaarlo;Tynaarlo;Drenthe;;M50;53.0970;6.6044;34221;35118; ~ GM1731;Midden-Drenthe;Midden-Drenthe;Drenthe;P10;K80/P10;52.8674;6.5428;33689;34404;
GM1734;Overbetuwe;Overbetuwe;Gelderland;M50;M50;51.9241;5.7779;48266;49259; ~ GM1735;Hof van Twente;Hof van Twente;Overijssel;P10;K80/P10;52.2364;6.5896;35056;35773;Goor|Delden
GM1740;Neder-Betuwe;Neder-Betuwe;Gelderland;;K80/P10;51.9156;5.5854;25032;25920; ~ GM1742;Rijssen-Holten;Rijssen-Holten;Overijssel;M50;M50;52.2915;6.4342;38231;39270;
GM1771;Geldrop-Mierlo;Geldrop-Mierlo;Noord-Brabant;M50;M50;51.4312;5.5873;40131;40683; ~ GM1773;Olst-Wijhe;Olst-Wijhe;Overijssel;K80;K80/P10;52.3669;6.1535;18496;19078;
GM1774;Dinkelland;Dinkelland;Overijssel;;K80/P10;52.3730;6.9142;26594;26969; ~ GM1783;Westland;Westland;Zuid-Holland;;G40;51.9979;4.2168;112448;118795;Naaldwijk|'s-Gravenzande
GM1842;Midden-Delfland;Midden-Delfland;Zuid-Holland;;K80/P10;51.9648;4.3058;19484;19359; ~ GM1859;Berkelland;Berkelland;Gelderland;P10;K80/P10;52.1009;6.5707;43850;43990;Borculo|Eibergen
GM1876;Bronckhorst;Bronckhorst;Gelderland;P10;K80/P10;52.0451;6.3032;36077;35981;Vorden ~ GM1883;Sittard-Geleen;Sittard-Geleen;Limburg;G40;G40;51.0049;5.8281;91719;92428;Sittard|Geleen
GM1884;Kaag en Braassem;Kaag en Braassem;Zuid-Holland;;K80/P10;52.1926;4.6290;27895;29472;Roelofarendsveen ~ GM1891;Dantumadiel;Dantumadiel;Fryslân;K80;K80/P10;53.2799;5.9843;18957;19241;Dantumadeel|Friesland
GM1892;Zuidplas;Zuidplas;Zuid-Holland;;M50;51.9985;4.6070;45794;49294;Nieuwerkerk aan den IJssel ~ GM1894;Peel en Maas;Peel en Maas;Limburg;M50|P10;M50;51.3363;5.9948;44278;45819;Panningen
GM1895;Oldambt;Oldambt;Groningen;M50;M50;53.1949;7.0550;38521;39734;Winschoten ~ GM1896;Zwartewaterland;Zwartewaterland;Overijssel;;K80/P10;52.6025;6.0645;23012;23737;
GM1900;Súdwest-Fryslân;Súdwest-Fryslân;Fryslân;;G40;53.0245;5.5497;90300;90514;Sudwest|Zuidwest-Friesland|Sneek|Bolsward|Friesland ~ GM1901;Bodegraven-Reeuwijk;Bodegraven-Reeuwijk;Zuid-Holland;;M50;52.0655;4.7658;35752;37292;
GM1903;Eijsden-Margraten;Eijsden-Margraten;Limburg;;K80/P10;50.8012;5.7738;25857;26346; ~ GM1904;Stichtse Vecht;Stichtse Vecht;Utrecht;;M50;52.1768;5.0126;65240;66193;Maarssen|Breukelen
GM1911;Hollands Kroon;Hollands Kroon;Noord-Holland;P10;K80/P10;52.8295;4.9491;48778;50619;Wieringermeer|Anna Paulowna ~ GM1916;Leidschendam-Voorburg;Leidschendam-Voorburg;Zuid-Holland;M50;M50;52.0903;4.4223;76659;78915;
GM1924;Goeree-Overflakkee;Goeree-Overflakkee;Zuid-Holland;P10;K80/P10;51.7470;4.1269;51051;52775;Middelharnis ~ GM1926;Pijnacker-Nootdorp;Pijnacker-Nootdorp;Zuid-Holland;M50;M50;52.0176;4.4221;56572;58749;
GM1930;Nissewaard;Nissewaard;Zuid-Holland;;G40;51.8332;4.2852;86332;89111;Spijkenisse ~ GM1931;Krimpenerwaard;Krimpenerwaard;Zuid-Holland;;M50;51.9524;4.7376;57062;57894;Schoonhoven
GM1940;De Fryske Marren;De Fryske Marren;Fryslân;P10;K80/P10;52.9166;5.7240;51597;52253;De Friese Meren|Joure|Lemmer|Friesland ~ GM1942;Gooise Meren;Gooise Meren;Noord-Holland;M50;M50;52.3009;5.1360;58846;61213;Bussum|Naarden|Muiden
GM1945;Berg en Dal;Berg en Dal;Gelderland;;M50;51.8200;5.9501;34951;35706; ~ GM1948;Meierijstad;Meierijstad;Noord-Brabant;M50;M50;51.5923;5.5066;82613;85249;Veghel|Schijndel|Sint-Oedenrode
GM1949;Waadhoeke;Waadhoeke;Fryslân;;M50;53.2242;5.6130;46309;47164;Franeker|Friesland ~ GM1950;Westerwolde;Westerwolde;Groningen;;K80/P10;53.0141;7.1201;26571;25136;
GM1952;Midden-Groningen;Midden-Groningen;Groningen;M50;M50;53.1954;6.8074;60898;61350;Hoogezand ~ GM1954;Beekdaelen;Beekdaelen;Limburg;;M50;50.9371;5.8978;35922;35915;
GM1955;Montferland;Montferland;Gelderland;;M50;51.9169;6.2138;36359;37008;'s-Heerenberg ~ GM1959;Altena;Altena;Noord-Brabant;M50;M50;51.7656;4.9458;57009;58957;Werkendam|Woudrichem
GM1960;West Betuwe;West Betuwe;Gelderland;;M50;51.8616;5.2091;51971;53441; ~ GM1961;Vijfheerenlanden;Vijfheerenlanden;Utrecht;;M50;51.9360;5.0567;58788;63261;Vianen|Leerdam
GM1963;Hoeksche Waard;Hoeksche Waard;Zuid-Holland;;G40;51.7718;4.4611;88715;91448;Oud-Beijerland ~ GM1966;Het Hogeland;Het Hogeland;Groningen;P10;K80/P10;53.3761;6.5343;48022;48074;Winsum|Uithuizen
GM1969;Westerkwartier;Westerkwartier;Groningen;P10;K80/P10;53.2185;6.3380;64306;65065;Leek|Zuidhorn ~ GM1970;Noardeast-Fryslân;Noardeast-Fryslân;Fryslân;P10;K80/P10;53.3320;6.0193;45593;45933;Noordoost-Friesland|Dokkum|Friesland
GM1978;Molenlanden;Molenlanden;Zuid-Holland;;M50;51.8847;4.8452;44644;45618; ~ GM1979;Eemsdelta;Eemsdelta;Groningen;;M50;53.3282;6.8395;45389;44841;Delfzijl|Appingedam|Loppersum
GM1980;Dijk en Waard;Dijk en Waard;Noord-Holland;M50;M50;52.6821;4.8221;87695;91431;Heerhugowaard|Langedijk ~ GM1982;Land van Cuijk;Land van Cuijk;Noord-Brabant;;G40;51.6555;5.8590;90707;93661;Cuijk|Boxmeer|Grave
GM1991;Maashorst;Maashorst;Noord-Brabant;;M50;51.6867;5.6557;58362;60060;Uden|Landerd ~ GM1992;Voorne aan Zee;Voorne aan Zee;Zuid-Holland;M50;M50;51.8764;4.1322;73238;73993;Hellevoetsluis|Brielle|Westvoorne
`;
