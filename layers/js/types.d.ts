// What the browser's half passes from file to file. What comes from Python is described where it
// is written: `layers/style.py` (Style), `layers/payload.py` (Payload), `layers/atlas_layer.py`
// (State, Options).
import type { LatLngBounds, Map as LeafletMap } from "leaflet";

export type Pen = CanvasRenderingContext2D;
export type Point = { x: number; y: number };
/** Layer and id of a thing. */
export type Key = [layer: string, id: string];
export type Language = "zh" | "en";
export type Cells = Record<string, string>;
export type RowTest = (row: number) => boolean;

export interface BeltStyle {
  dash: number[];
  hatch: number;
}

export interface KeySection {
  title: string;
  rows: { word: string; cells: Cells }[];
  column: string;
}

/** Of a point layer: `layers.looks.PointLook`; of an area layer: `AreaLook`. */
export interface LayerLook {
  shape: string;
  fill: string;
  shape_by_kind: Record<string, string>;
  fill_by_level: Record<string, string>;
  glyph_by: string;
  large_levels: string[];
  seated: boolean;
  ground: boolean;
  noun: string;
  example: Cells;
  key: KeySection[];
  pattern: "strip" | "line" | "hatch" | "frame";
  line: string;
  width: number;
}

export interface LayerStyle {
  group: string;
  on: boolean;
  look: LayerLook;
  records: string;
  short: { word: string; cells: Cells }[];
}

export interface Style {
  font: string;
  palettes: Record<string, any>;
  belts: BeltStyle[];
  layers: Record<string, LayerStyle>;
  pointLayers: string[];
  ownLayer: string;
  shapes: Record<string, string>;
  glyphs: Record<string, string>;
}

/** A column of repeated words: -1 where a cell is not known. */
export interface CodedColumn {
  words: string[];
  rows: number[];
}

/** Columns of a point layer, one value a row. */
export interface Rows {
  id: string[];
  zh: string[];
  en?: string[];
  at: ([number, number] | null)[];
  industries?: string[][];
  outlines?: { unit: number; rows: number[]; rings: number[][]; closed: number[] };
  [column: string]: any;
}

/** What a row looks like. */
export interface Look {
  shape: string;
  fill: string;
  glyph: string;
  approximate: boolean;
  hollow: boolean;
  large: boolean;
  key?: string;
}

/** A row that is more than a point; `box` is west, north, east, south in the world. */
export interface Outline {
  row: number;
  unit: number;
  rings: number[][];
  closed: boolean;
  box: [number, number, number, number];
  size: number;
  path?: Path2D;
}

export interface PointLayer {
  id: string;
  rows: Rows;
  places: (Point | null)[];
  looks: Look[];
  ground: boolean;
  /** Has so many rows that they stay where they are, small, one for each few pixels. */
  dense: boolean;
  outlines: Outline[];
}

/** A symbol: pixels of the world at the current zoom, and how far it was moved. */
export interface Item extends Point {
  layer: string;
  row: number;
  dx: number;
  dy: number;
  radius: number;
  ground: boolean;
  form: string;
  number: number;
  disc?: Disc;
  members?: Item[];
}

/** Rows of one city that stand together; its `number` counts those that are shown. */
export interface Disc extends Item {
  members: Item[];
}

export type Verdict = "certain" | "possible" | "outside";

/** How a symbol is drawn; `form` is symbol, pin, dot or glyph, `number` that of a pin. */
export interface Dress {
  theme: string;
  style: Style;
  emphasis?: string;
  form?: string;
  number?: number;
  verdict?: Verdict | "";
}

export interface Area {
  id: string;
  zh: string;
  en: string;
  parent: string;
  path: Path2D;
  label: Point;
}

export interface Belt {
  id: string;
  zh: string;
  en: string;
  short: Record<Language, string>;
  row: number;
  /** The stops of the axis, in the world. */
  line: Point[];
  paths: Record<string, Path2D>;
}

export interface Areas {
  records: Record<string, Area[]>;
  belts: Belt[];
  land: Path2D[];
  waters: { river: Path2D[]; lake: Path2D[] };
}

export interface Options {
  data: string;
  bounds: [number, number, number, number];
  review: string;
}

/** What Python asks; see `layers.atlas_layer.MapState`. */
export interface State {
  lang: Language;
  theme?: string;
  shown?: Record<string, string>;
  layers?: Record<string, boolean>;
  shaded?: Record<string, string[]>;
  selected?: Key | null;
  focus?: { to: number[]; number: number } | null;
  extra?: any;
  labels?: Record<string, string>;
  pickAreas?: boolean;
  own?: string;
  together?: boolean;
  pins?: Key[];
  reach?: Reach | null;
  claims?: Record<string, Record<string, string>>;
  quiet?: string[];
  proven?: Record<string, string> | null;
  bare?: boolean;
}
/** Which rows lie within a belt's corridor, and how wide it may become. */
export interface Reach {
  belt: string;
  km: number;
  limits: [least: number, most: number];
  rows: Record<string, [Kilometres, Kilometres]>;
}
export type Kilometres = (number | null)[];

/** What the payload brings, ready to draw; the reader's own layer joins `layers`. */
export interface Data {
  style: Style;
  texts: Record<Language, Record<string, string>>;
  industries: Record<string, [string, string]>;
  areas: Areas;
  layers: Record<string, PointLayer>;
  /** Kilometres by which a row may lie off its point, by the precision of its place. */
  spread: Record<string, number>;
}

/** What the reader did to this map. */
export interface Choices {
  switched: Record<string, boolean>;
  linked: Set<string> | null;
  hovered: Key | null;
  /** Only what is proven keeps its strength. */
  proven: boolean;
}

/** What is worked out from the rest for drawing. */
export interface View {
  theme: "light" | "dark";
  palette: any;
  tiles: boolean;
  tests: Record<string, RowTest>;
  proven: Record<string, RowTest>;
  extra: { path: Path2D; belt: string }[];
  arrangement: Arrangement | null;
  items: Item[];
  outlines: Outline[];
  hits: Map<number, Item[]> | null;
  names: WrittenName[];
  nameBoxes: NameBox[];
  beltNames: BeltName[];
  /** Layers of which the filter leaves a few rows. */
  results: string[];
  /** Names written beside symbols. */
  named: string[];
}

/** The name of a belt as it was written: the middle of each sign in the world. */
export interface BeltName {
  id: string;
  text: string;
  size: number;
  signs: (Point & { angle: number })[];
}

/** What a name takes, in world coordinates. */
export interface NameBox {
  text: string;
  west: number;
  north: number;
  east: number;
  south: number;
}

/** A name of an area as it was written: its middle in the world. */
export interface WrittenName extends Point {
  id: string;
  text: string;
  badge: string;
}

/** Symbols of the visible layers; kept until the zoom or a layer changes. */
export interface Arrangement {
  key: string;
  layers: Record<string, (Item | null)[]>;
}

/** What stands on the map. */
export interface Parts {
  ground: any;
  marks: any;
  tooltip: { hide(): void; show(lines: Node[], point: Point): void; isHidden(): unknown };
  legend: { build(): void; update(): void; panel: HTMLDetailsElement };
  notice: HTMLElement;
  heading: HTMLElement;
  claimKey: HTMLElement;
  source: HTMLElement;
  hint: HTMLElement;
  results: HTMLElement;
  proof: { update(): void };
  handle: { settle(): void; place(): void; isMoving: boolean };
}

export interface Scene {
  map: LeafletMap;
  home: LatLngBounds;
  options: Options;
  data: Data;
  state: State;
  choices: Choices;
  view: View;
  parts: Parts;
}

/** Where a canvas lies: scale of world coordinates, and their origin in its pixels. */
export interface Frame extends Point {
  size: Point;
  zoom: number;
  scale: number;
}

/** What the pointer is on. */
export interface Target {
  item: { layer: string; row: number; members?: Item[] } | null;
  county: Area | null;
  prefecture: Area | null;
  /** The belt whose line or name is there. */
  belt: Belt | null;
  /** Belts whose ground it is. */
  belts: Belt[];
}

/** `window.jilinAtlas`. */
export interface Atlas {
  start(map: LeafletMap, options: Options): Promise<void>;
  apply(state: State): void;
  preview(shown: Record<string, string | null>): void;
  /** Keep clear of the page's panels, which have opened or shut. */
  fitPanels(): void;
  point(key: Key | null): void;
  listDrawn(): Record<string, string[]>;
  listOutlined(): string[];
  listShaded(): string[];
  listNamed(): string[];
  listNameBoxes(): { text: string; left: number; top: number; right: number; bottom: number }[];
  listBeltNames(): { id: string; text: string; signs: (Point & { angle: number })[] }[];
  listVerdicts(): Record<string, Record<Verdict, string[]>>;
  reach(km: number): Record<string, Record<Verdict, string[]>>;
  listNames(): { id: string; text: string; badge: string; lon: number; lat: number }[];
  screenPoint(layer: string, id: string): (Point & { members?: number }) | null;
  listOffsets(): { layer: string; id: string; km: number; gathered: boolean }[];
  ready: Promise<boolean>;
  follow?(news: { view?: { at: [number, number]; zoom: number }; layer?: any }): void;
}

declare global {
  interface Window {
    jilinAtlas: Atlas;
    Streamlit: any;
    __GLOBAL_DATA__: any;
  }
}
