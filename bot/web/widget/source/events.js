// Reads server-sent events from an open answer, piece by piece as they come.

// Calls `heard` for every piece of data, `tell(name, data)` for every whole event.
export async function readEvents(body, heard, tell) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    const blocks = (rest + decoder.decode(value, { stream: true })).replace(/\r\n?/g, "\n").split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) dispatch(block, tell);
  }
}

function dispatch(block, tell) {
  let name = "message";
  const data = [];
  for (const line of block.split("\n")) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(line) || [];
    if (field === "event") name = value;
    if (field === "data") data.push(value);
  }
  if (data.length) tell(name, JSON.parse(data.join("\n")));
}
