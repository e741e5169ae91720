import type { ChartTable } from "./chart-types";
import { csvText } from "./csv";

const STYLE = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "fill-opacity",
  "font-size",
  "font-weight",
  "font-family",
];

function save(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** The drawn chart as a file of its own: colours of the current theme written out, on its surface. */
function standaloneSvg(svg: SVGSVGElement): { text: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const computed = getComputedStyle(original);
    for (const name of STYLE) element.setAttribute(name, computed.getPropertyValue(name));
    element.removeAttribute("style");
    element.removeAttribute("class");
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  const probe = document.createElement("i");
  probe.style.color = "var(--surface)";
  svg.parentElement?.append(probe);
  ground.setAttribute("fill", getComputedStyle(probe).color);
  probe.remove();
  copy.prepend(ground);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** Downloads the chart in `container` as SVG. */
export function downloadSvg(container: Element, name: string) {
  const svg = container.querySelector("svg");
  if (svg) save(new Blob([standaloneSvg(svg).text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Downloads the chart in `container` as PNG at twice its size on screen. */
export async function downloadPng(container: Element, name: string) {
  const svg = container.querySelector("svg");
  if (!svg) return;
  const { text, width, height } = standaloneSvg(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext("2d");
  context?.scale(2, 2);
  context?.drawImage(image, 0, 0, width, height);
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), "image/png");
}

/** Downloads the chart's figures as CSV. */
export function downloadCsv(table: ChartTable, name: string) {
  save(
    new Blob([csvText(table.head, table.raw ?? table.rows)], { type: "text/csv" }),
    `${name}.csv`,
  );
}
