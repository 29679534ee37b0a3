/* The yardstick: a workflow that does nothing but answer an update. */
const { condition, defineUpdate, setHandler } = require('@temporalio/workflow');

exports.bare = async function bare() {
  let answered = 0;
  setHandler(defineUpdate('answer'), async () => {
    answered += 1;
    return answered;
  });
  await condition(() => answered > 1_000_000);
};
