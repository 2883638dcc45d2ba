// Small exports, each odd in its own way: how cells are written, what a Frame derives, which records are rows.

/** Name, header, rows. @type {[string, string, string[]][]} */
export const ODD_EXPORTS = [
  [
    'Indian groups of digits',
    'Deal ID;Status;Created;Amount',
    [
      '1;won;2026-01-02;1,23,456.00',
      '2;lost;2026-01-03;12,34,567.50',
      '3;won;2026-02-02;₹7,500',
      '4;won;2026-02-03;812',
    ],
  ],
  [
    'flags in place of a status, an exponent',
    'Opportunity ID,Is Won,Is Closed,Created Date,Close Date,Amount,Owner',
    [
      '1,true,true,2026-01-02,2026-01-20,100.5,Ada',
      '2,false,true,2026-01-02,2026-01-25,50,Bo',
      '3,false,false,2026-01-05,2026-06-30,70,Ada',
      '4,true,true,2026-02-02,2026-02-20,1e3,Ada',
      '5,,,2026-02-02,,30,Bo',
    ],
  ],
  [
    'stages in place of a status',
    'Deal ID,Deal Stage,Create Date,Close Date,Amount',
    [
      '1,Closed Won,2026-01-02,2026-01-20,100',
      '2,Closed Lost,2026-01-02,2026-01-25,50',
      '3,Negotiation,2026-01-05,2026-06-30,70',
      '4,Closed Won,2026-02-02,2026-02-20,40',
      '5,n/a,2026-02-03,,31',
    ],
  ],
  [
    'days in place of a status',
    'Deal ID;Created;Won time;Lost time;Value',
    ['1;2026-01-02;2026-01-20;;100', '2;2026-01-02;;2026-01-25;50', '3;2026-01-05;;;70', '4;2026-02-02;2026-02-20;;40'],
  ],
  [
    'expected amounts',
    'Deal ID,Status,Created,Closed,Amount,Expected Amount',
    [
      '1,won,2026-01-02,2026-01-20,0,500',
      '2,lost,2026-01-02,2026-01-25,0,50',
      '3,open,2026-01-05,2026-06-30,0,70',
      '4,won,2026-02-02,2026-02-20,40,60',
      '5,open,2026-02-02,,,30',
    ],
  ],
  [
    'invoices paid in part, a credit note, and no status',
    'Invoice ID,Issued,Due Date,Amount,Paid Date,Paid Amount',
    [
      '1,2026-01-01,2026-02-01,100,2026-01-20,100',
      '2,2026-01-01,2026-02-01,100,2026-01-20,40',
      '3,2026-01-01,2026-02-01,100,,',
      '4,2026-01-01,2026-02-01,100,2026-03-20,100',
      '5,2026-01-01,2026-02-01,-100,,',
    ],
  ],
  [
    'versions of a deal, rows that are none, days that are none',
    'Deal ID,Status,Created,Closed,Amount,Modified',
    [
      '1,won,2026-01-02,2026-01-20,100,2026-01-21',
      '1,lost,2026-01-02,2026-01-22,90,2026-01-23',
      '',
      ',,,,,',
      'Deal ID,Status,Created,Closed,Amount,Modified',
      '2,open,2026-01-05,,N/A,2026-01-06',
      '3,won,2026-02-02,2026-02-20,"1,234.50",2026-02-20',
      '4,won,2026-02-02',
      '5,won,2026-02-02,2026-02-21,77,2026-02-21,x,y',
      '6, WON ,2026-02-30,2026-02-22,8,2026-02-22',
    ],
  ],
  [
    'German numbers in thousands, percents',
    'Deal-ID;Status;Erstellt am;Abgeschlossen am;Betrag (T€);Wahrscheinlichkeit',
    [
      '1;gewonnen;02.01.2026;20.01.2026;1.234,5;100 %',
      '2;verloren;02.01.2026;25.01.2026;-5,25;0 %',
      '3;offen;05.01.2026;;12;50 %',
      '4;gewonnen;2.2.2026;20.2.2026;0,5;100 %',
      '5;offen;03.02.2026;;(3,5);25,5 %',
    ],
  ],
  [
    'blanks between thousands, signs, scales, no cents',
    'Deal ID;Status;Created;Closed;Amount',
    [
      '1;won;2026-01-02;2026-01-20;1 000,50 €',
      '2;lost;2026-01-02;2026-01-25;€ 50,25',
      '3;open;2026-01-05;;70,-',
      '4;won;2026-02-02;2026-02-20;2\u00a0040,10',
      '5;won;2026-02-02;2026-02-21;1,5 Mio',
      '6;won;2026-02-02;2026-02-22;\u22127,25',
      '7;won;2026-02-02;2026-02-23;12 apples',
    ],
  ],
  [
    'days of two digits',
    'Deal ID,Status,Created,Closed,Amount',
    ['1,won,13.01.26,20.01.26,100', '2,lost,14.01.26,25.01.26,50', '3,open,15.01.26,,70', '4,won,02.02.26,20.02.26,40'],
  ],
  [
    'clocks of several zones, and a ticket that is solved nobody knows when',
    'Ticket ID,Status,Created at,Solved at,Type',
    [
      '1,solved,2026-01-02T23:30:00+02:00,2026-01-03T01:30:00Z,question',
      '2,solved,2026-01-02T10:00:00Z,2026-01-05T12:00:00-05:00,complaint',
      '3,open,2026-01-04T10:00:00Z,,question',
      '4,closed,2026-01-04T10:00:00.500Z,2026-01-04T10:30:00.750Z,problem',
      '5,solved,2026-01-06T10:00:00Z,,question',
    ],
  ],
  [
    'clocks of twelve hours',
    'Ticket ID,Opened,Resolved,Ticket type',
    [
      '1,01/13/2026 12:05 AM,01/13/2026 09:30 AM,question',
      '2,01/14/2026 12:30 PM,01/14/2026 04:15 PM,complaint',
      '3,01/15/2026 11:59 PM,01/16/2026 12:01 AM,question',
    ],
  ],
  [
    'durations in place of a day',
    'Ticket ID,Opened,First resolution time (hours),Ticket type',
    ['1,2026-01-02 10:00,5.5,question', '2,2026-01-03 11:00,48,complaint', '3,2026-01-04 12:00,,complaint'],
  ],
  [
    'leads with a flag',
    'Lead ID,Created,Converted,Converted Date,Lead Source,First Response',
    ['1,2026-01-02,yes,2026-01-20,Web,2026-01-03', '2,2026-01-03,no,,Web,', '3,2026-01-04,,,Fair,2026-01-05'],
  ],
  [
    'scores with their labels',
    'Response ID,Date,"How likely are you to recommend us to a friend or colleague? (0-10)",Segment',
    [
      '1,2026-01-05,10 - very likely,SMB',
      '2,2026-01-06,9,SMB',
      '3,2026-01-07,0 - not at all,ENT',
      '4,2026-01-10,11,SMB',
    ],
  ],
  [
    'lines of orders, one of them twice',
    'Order ID,Line,Order Date,Customer ID,Product,Quantity,Amount,Cost,Status',
    [
      '1,1,2026-01-05,A,P1,2,20.00,12,completed',
      '1,2,2026-01-05,A,P2,1,15.00,9,completed',
      '1,2,2026-01-05,A,P2,1,15.00,9,completed',
      '2,1,2026-01-06,B,P1,1,10.00,6,cancelled',
      '3,1,2026-01-07,C,P1,5,50.00,,returned',
      '4,1,2026-02-07,A,P3,1,-5.00,1,completed',
    ],
  ],
  [
    'a title above, a total below',
    'Report: deals\nMade on 2026-05-01\n\nDeal ID,Status,Created,Closed,Amount',
    ['1,won,2026-01-02,2026-01-20,100', '2,lost,2026-01-02,2026-01-25,50', '3,open,2026-01-05,,70', 'Total,,,,220'],
  ],
  [
    'ends of waits that are no days',
    'Ticket ID,Opened,Resolved,Ticket type',
    [
      '1,2026-01-02 10:00,2026-01-02 12:00,question',
      '2,2026-01-03 11:00,soon,complaint',
      '3,2026-01-04 12:00,,complaint',
      '4,2026-01-05 12:00,2026-01-07 12:00,question',
      '5,2026-01-06 12:00,2026-01-06 15:00,question',
    ],
  ],
  [
    'amounts that are none beside expected ones, a sign twice',
    'Deal ID,Status,Created,Closed,Amount,Expected Amount',
    [
      '1,won,2026-01-02,2026-01-20,tbd,500',
      '2,lost,2026-01-02,2026-01-25,20,50',
      '3,open,2026-01-05,2026-06-30,1 000,70',
      '4,won,2026-02-02,2026-02-20,--40,60',
      '5,won,2026-02-02,2026-02-20,-€ 30,60',
      '6,won,2026-02-02,2026-02-21,€ -31,60',
    ],
  ],
];
