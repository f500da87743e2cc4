export * from './ask';
export * from './connectAgent';
export * from './deployBot';
export * from './insightBot';
export * from './runbookBot';
export * from './triageBot';
