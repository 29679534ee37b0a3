/* Every workflow of the bundle, by its type: the worker finds them here. */

export { incident } from './incident';
export { outsideNotification } from './outside-notification';
