// @ts-check
/** @import { Frame, Pen } from "./types.d.ts" */

/**
 * Draw parallel lines inside a path, fixed to the ground so that they do not swim while panning.
 * @param {Pen} pen @param {Frame} frame @param {Path2D} path
 * @param {{ colour: string, angle: number, gap: number, alpha: number }} hatch
 */
export function hatchPath(pen, frame, path, { colour, angle, gap, alpha }) {
  pen.save();
  clipInWorld(pen, frame, path);
  pen.globalAlpha = alpha;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.1;
  const reach = Math.hypot(frame.size.x, frame.size.y);
  const turn = (angle * Math.PI) / 180;
  const along = { x: Math.cos(turn), y: Math.sin(turn) };
  const phase = (((frame.x * -along.y + frame.y * along.x) % gap) + gap) % gap;
  pen.beginPath();
  for (let step = -reach + phase - ((reach + phase) % gap); step < reach; step += gap) {
    const x = -along.y * step;
    const y = along.x * step;
    pen.moveTo(x - along.x * reach, y - along.y * reach);
    pen.lineTo(x + along.x * reach, y + along.y * reach);
  }
  pen.stroke();
  pen.restore();
}

/** @param {Pen} pen @param {Frame} frame @param {Path2D} path */
function clipInWorld(pen, frame, path) {
  const moved = new Path2D();
  moved.addPath(path, new DOMMatrix([frame.scale, 0, 0, frame.scale, frame.x, frame.y]));
  pen.clip(moved, "evenodd");
}
