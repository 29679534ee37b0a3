"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "people", {
    enumerable: true,
    get: function() {
        return people;
    }
});
const people = [
    {
        word: 'agency',
        meaning: 'An organisation that may know the child or the family, such as a school, a hospital trust or probation. The Business Unit can ask it for information.'
    },
    {
        word: 'agency contact',
        meaning: 'The person who answers for an agency when the Business Unit asks it for information.',
        notToUse: [
            'single point of contact',
            'SPOC'
        ]
    },
    {
        word: 'author',
        meaning: 'The person who writes the review. The delegated partners appoint the author, with a declaration of conflicts of interest, and can replace them.',
        notToUse: [
            'independent reviewer',
            'report writer'
        ]
    },
    {
        word: 'Business Manager',
        meaning: 'The person who leads the Business Unit. The Business Manager covers the tasks of a role that nobody has, and of bodies outside the partnership.'
    },
    {
        word: 'Business Unit',
        also: [
            'BU'
        ],
        meaning: 'The office of the partnership: the Business Manager, the SPR co-ordinator and the administrators.',
        notToUse: [
            'at the desk',
            'back office'
        ]
    },
    {
        word: 'care leaver',
        meaning: 'A young person under 25 who has been in care. The death of a care leaver is notified too.'
    },
    {
        word: 'child',
        meaning: 'A person under 18 whom a case is about. One incident is one case, however many children it is about, and a child can be added later.',
        notToUse: [
            'subject child',
            'index child'
        ]
    },
    {
        word: 'communications team',
        meaning: 'The team of the Local Authority that writes the one media statement of a review. It is told before the review goes to the Exec group.',
        notToUse: [
            'comms',
            'comms team',
            'press office'
        ]
    },
    {
        word: 'conflict of interest',
        meaning: 'A reason why a person must not be involved in a case, such as being related to the family. Their access to the case is then restricted.'
    },
    {
        word: 'delegated partners',
        meaning: 'The three partners who act for the partnership in a case: the Local Authority, the police and Health. They meet to decide whether to notify.',
        notToUse: [
            'delegates',
            'delegated safeguarding partner',
            'delegated safeguarding partners',
            'three safeguarding partners',
            'statutory partners'
        ]
    },
    {
        word: 'Exec group',
        meaning: 'The group that signs off a review and agrees its publication. It meets on scheduled dates, and its papers go out at least 3 weeks before.',
        notToUse: [
            'Executive group',
            'Executive board',
            'Exec board'
        ]
    },
    {
        word: 'Exec partners',
        meaning: 'The three executive safeguarding partners: of the Local Authority, the police and Health. They answer a disagreement that is escalated to them.',
        notToUse: [
            'Executive partner',
            'Executive partners',
            'executives'
        ]
    },
    {
        word: 'family member',
        meaning: 'A parent, carer, brother, sister or other person of the child’s family who is in the case. Each is asked to contribute, or the reason why not is recorded.',
        notToUse: [
            'relative',
            'relatives',
            'next of kin'
        ]
    },
    {
        word: 'Front Door',
        meaning: 'The first point of contact of children’s social care. It gets every notification for oversight.',
        notToUse: [
            'front desk',
            'MASH'
        ]
    },
    {
        word: 'home authority',
        meaning: 'The authority where the child lives or that looks after the child, where the incident happened in the area of another. The authority where it happened leads, and tells the home authority.',
        notToUse: [
            'originating authority'
        ]
    },
    {
        word: 'identified professional',
        meaning: 'The professional who is in contact with the family throughout the review. The planning meeting names them.',
        notToUse: [
            'family liaison',
            'link worker',
            'named professional'
        ]
    },
    {
        word: 'information governance officer',
        meaning: 'The person who looks after how cases are read and how long that is kept. They see the reading log, and nothing of what is in a case.',
        notToUse: [
            'data protection officer',
            'IG lead'
        ]
    },
    {
        word: 'IT officer',
        meaning: 'The person who looks after the system. They see where a case stands, and nothing of what is in it.',
        notToUse: [
            'sysadmin',
            'system administrator'
        ]
    },
    {
        word: 'legal representative',
        meaning: 'The lawyer of the Local Authority who attends the Rapid Review meeting.'
    },
    {
        word: 'Local Authority',
        also: [
            'LA'
        ],
        meaning: 'The council of the area. It decides, with the police and Health, whether Ofsted and the National Panel are notified.'
    },
    {
        word: 'looked after child',
        meaning: 'A child in the care of a local authority at the time of the incident.',
        notToUse: [
            'LAC'
        ]
    },
    {
        word: 'National Panel',
        also: [
            'the Panel'
        ],
        meaning: 'The Child Safeguarding Practice Review Panel, which oversees reviews in England. It replies to every Rapid Review.',
        notToUse: [
            'CSPRP',
            'CSPR Panel'
        ]
    },
    {
        word: 'Ofsted',
        meaning: 'The inspectorate through which a serious incident is notified. It also gets the full report before it is published.'
    },
    {
        word: 'partnership',
        meaning: 'The safeguarding children partnership that works with this system. It settles its own settings.',
        notToUse: [
            'LSCB',
            'safeguarding board'
        ]
    },
    {
        word: 'restricted access',
        meaning: 'A person with restricted access cannot see a case, cannot record decisions in it and gets no emails about it. The reason is a conflict of interest, and access can be restored.',
        notToUse: [
            'shut out',
            'shut a person out',
            'let back in',
            'lets back in',
            'kept out',
            'barred'
        ]
    },
    {
        word: 'role',
        meaning: 'What a person is in a case, such as Scrutineer or author. A role decides which decisions a person may record, what they see and which emails they get.',
        notToUse: [
            'part in a case',
            'part in cases',
            'part in the case',
            'part in this case',
            'part in the partnership',
            'part in the procedure',
            'parts in cases',
            'parts in the case',
            'parts in the partnership',
            'has that part',
            'has the part',
            'has this part',
            'have that part',
            'have the part',
            'have this part',
            'which part'
        ]
    },
    {
        word: 'Scrutineer',
        also: [
            'Independent Scrutineer'
        ],
        meaning: 'The Independent Scrutineer, who gives input when the delegated partners disagree and submits the Rapid Review. The Scrutineer may also chair or write a review, and the record shows in which role they acted.',
        notToUse: [
            'Independent Chair',
            'Independent Scrutiniser',
            'scrutiniser'
        ]
    },
    {
        word: 'Secretary of State',
        meaning: 'The Secretary of State for Education, who gets the full report before it is published and every delay letter.',
        notToUse: [
            'DfE'
        ]
    },
    {
        word: 'Service Director',
        meaning: 'The Service Director, Family Support and Child Protection, who has the oversight of step 2.'
    },
    {
        word: 'SPR co-ordinator',
        meaning: 'The person in the Business Unit who co-ordinates reviews. They notify Ofsted and the National Panel, and work with the author and the communications team.',
        notToUse: [
            'SPR coordinator',
            'review coordinator',
            'coordinator'
        ]
    },
    {
        word: 'sub-group',
        also: [
            'CSPR sub-group'
        ],
        meaning: 'The group that comments on the draft report, approves the final draft and oversees the actions. Every member answers, and an answer can be that there are no comments.',
        notToUse: [
            'subgroup',
            'subgroups',
            'sub group'
        ]
    },
    {
        word: 'wider partners',
        meaning: 'The other organisations of the partnership. They are told of the determination.',
        notToUse: [
            'other partners',
            'wider partnership'
        ]
    }
];

//# sourceMappingURL=people.js.map
