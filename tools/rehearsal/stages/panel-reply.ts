import { daysLater, on, type Script } from '../script';

/** The meeting on the Panel's reply, and who hears of it. */
export const responded: Script = [
  on(daysLater(2), 'business-manager', 'recordResponseMeeting', { held: 'held' }),
  on(daysLater(0), 'business-manager', 'agreeDissemination', {
    who: 'The Business Manager',
    how: 'By email and a briefing',
  }),
  on(daysLater(1), 'business-manager', 'recordDissemination', {
    to: 'The sub-group, the Exec group, the wider partners',
  }),
];

/** The Panel agrees within its fifteen working days. */
export const panelAgrees: Script = [
  on(22, 'business-manager', 'recordPanelReply', { reply: 'agrees', summary: 'The Panel agrees with the decision' }),
  ...responded,
];
