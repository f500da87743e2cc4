/**
 * Loaded into the backend before its own code: ends it when it could not
 * start. By itself it would report the error and then stay, answering "not
 * ready" for ever, and whoever waits for it would wait in vain.
 */
process.on('unhandledRejection', error => {
  if (error?.name === 'BackendStartupError') {
    // Leaves the backend the time to log the reason.
    setTimeout(() => process.exit(1), 500);
  } else if (process.listenerCount('unhandledRejection') === 1) {
    // Listening alone would have kept Node from ending the process.
    throw error;
  }
});
