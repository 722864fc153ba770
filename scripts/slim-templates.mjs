import { parseSync, Visitor } from 'vite';

const TAGS = new Set(['html', 'svg', 'css']);

/**
 * Takes out of templates what only their reader needs: indentation, and comments in styles. No bundler does, since it
 * cannot know that a string is markup. Every line stays a line, so that source maps hold.
 */
export function slimTemplates(code) {
  const texts = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || !TAGS.has(tag.name)) return;
      for (const { start, end } of quasi.quasis) texts.push({ start, end, isStyle: tag.name === 'css' });
    },
  }).visit(parseSync('module.js', code).program);
  let slim = '';
  let at = 0;
  for (const { start, end, isStyle } of texts.sort((one, other) => one.start - other.start)) {
    slim += code.slice(at, start) + slimText(code.slice(start, end), isStyle);
    at = end;
  }
  return slim + code.slice(at);
}

function slimText(text, isStyle) {
  const unindented = text.replace(/\n[ \t]+/g, '\n');
  if (!isStyle) return unindented;
  return unindented
    .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/ \{/g, '{')
    .replace(/: /g, ':');
}
