import { describeWithBrowser } from '../support/browser.ts';
import { keyboardOn, mouseOn } from '../support/hands.ts';
import { journeyStage } from '../support/journey-stage.ts';
import { journeysOfRule } from '../support/journeys-of-rule.ts';
import { journeysOfWork } from '../support/journeys-of-work.ts';
import { describeWithMongo } from '../support/mongo-server.ts';
import { describeWithRedis } from '../support/redis-server.ts';

describeWithBrowser('whole journeys by keyboard alone, in one process over its own store', () => {
  const stage = journeyStage('embedded', keyboardOn);
  journeysOfWork(stage);
  journeysOfRule(stage);
});

describeWithBrowser('whole journeys by mouse, in two processes', () => {
  describeWithMongo('over a MongoDB-compatible server', () => {
    describeWithRedis('and Redis', () => {
      const stage = journeyStage('scaled out', mouseOn);
      journeysOfWork(stage);
      journeysOfRule(stage);
    });
  });
});
