const installed = Number.parseInt(process.versions.node, 10);

if (installed < 24) {
  console.error(`This needs Node 24 or later, and Node ${process.versions.node} runs it.`);
  console.error(
    "`npm install` puts Node 24 into this folder and npm scripts find it there, unless install scripts are off.",
  );
  console.error("Then allow them (`npm install --ignore-scripts=false`), or install Node 24 yourself.");
  process.exit(1);
}
