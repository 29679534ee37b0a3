/* The yardsticks: workflows that do nothing but wait. */
const { condition, defineUpdate, proxyActivities, setHandler, sleep } = require('@temporalio/workflow');

/** Answers an update. */
exports.bare = async function bare() {
  let answered = 0;
  setHandler(defineUpdate('answer'), async () => {
    answered += 1;
    return answered;
  });
  await condition(() => answered > 1_000_000);
};

/** @type {{ nothing: () => Promise<void> }} */
const { nothing } = proxyActivities({ startToCloseTimeout: '1 minute' });

/**
 * Waits for one timer, then runs one activity.
 *
 * @param {number} dueAt
 */
exports.bareReminder = async function bareReminder(dueAt) {
  await sleep(Math.max(dueAt - Date.now(), 1));
  await nothing();
};
