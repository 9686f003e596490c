// Answers questions about a forecast with the page's own modules: JSON in, JSON out.

import { readFileSync } from "node:fs";

const folder = new URL("../../../src/formateur/reporting/page/modules/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, folder));
const { openPlay, fiftyDots, countsOf, together, anchored } = await load("draws");
const { keep, known } = await load("condition");
const { counted, figuresOf, standingInTheWay } = await load("coalition");
const { carried, motionFigures, seatsNeeded, isMajority } = await load("motion");
const { runFormation, wouldOf } = await load("formation");
const { seatsOfPlayers } = await load("house");
const { compare } = await load("compare");

const { data, questions } = JSON.parse(readFileSync(0, "utf8"));
const play = openPlay(data);

const answers = {
  keep: ({ conditions }) => [...keep(play, conditions)],
  known: ({ condition }) => known(play, condition),
  counted: ({ members, conditions = [] }) => counted(play, members, keep(play, conditions)),
  figures: ({ members, conditions = [] }) => figuresOf(play, members, keep(play, conditions)),
  against: ({ members, ignored = [] }) =>
    standingInTheWay(play.data.statements, members, new Set(ignored)),
  dots: ({ members, p }) => {
    const places = members.map((one) => play.places.get(one));
    const counts = countsOf(together(play.seats, places, data.draws), play.all);
    return [...fiftyDots(counts, data.majority, p)];
  },
  carried: ({ motion, draws, instead = {} }) =>
    carried(play, motion, play.all.subarray(0, draws), instead),
  motion: ({ told, motion }) => motionFigures(play, told, motion, play.all),
  needed: ({ majority, house }) =>
    isMajority(majority) ? seatsNeeded(majority, house) : "not a majority",
  players: () => seatsOfPlayers(play, data.formation).map((column) => [...column]),
  formation: ({ ignored = [], draws }) => {
    const { chances, none } = runFormation(play, data.formation, play.all, new Set(ignored), draws);
    return { chances: [...chances], none };
  },
  would: ({ mask, ignored = [], conditions = [] }) => {
    const would = wouldOf(play, keep(play, conditions), new Set(ignored));
    return { p: would.of(mask), none: would.none };
  },
  compare: ({ scenario }) => compare(play, scenario, keep(play, scenario.conditions)),
  anchored: ({ changed, base, told }) => anchored(changed, base, told),
};

console.log(JSON.stringify(questions.map((one) => answers[one.ask](one))));
