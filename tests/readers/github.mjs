// Workflow commands as GitHub's runner reads them: `::name key=value,key=value::message`, one on a line.
const unescapeData = (text) => text.replace(/%0D/g, "\r").replace(/%0A/g, "\n").replace(/%25/g, "%");
const unescapeProperty = (text) => unescapeData(text.replace(/%3A/g, ":").replace(/%2C/g, ","));

export function commands(text) {
  const found = [];
  for (const line of text.split("\n")) {
    if (!line.trimStart().startsWith("::")) continue;
    const start = line.indexOf("::") + 2;
    const end = line.indexOf("::", start);
    if (end < 0) continue;
    const [name, ...rest] = line.slice(start, end).split(" ");
    const pairs = rest.join(" ").split(",").filter((pair) => pair.includes("="));
    const properties = Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf("=")).trim(), unescapeProperty(pair.slice(pair.indexOf("=") + 1))]),
    );
    found.push({ name, properties, message: unescapeData(line.slice(end + 2)) });
  }
  return found;
}
