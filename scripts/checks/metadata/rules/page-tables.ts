/** Standard page templates and page components. */

/** Regions by template. Templates that are not named here are not judged. */
export const TEMPLATE_REGIONS: Readonly<Record<string, readonly string[]>> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeSingleColTemplateDesktop': ['header', 'main'],
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop': ['main'],
  'flexipage:recordHomeLeftSidebarTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': ['header', 'subheader', 'main', 'sidebar'],
  'flexipage:recordHomeSimpleViewTemplate': ['header', 'main'],
  'flexipage:defaultAppHomeTemplate': ['main'],
  'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': ['header', 'leftcol', 'rightcol'],
  'flexipage:appHomeTemplateHeaderThreeColumns': ['region1', 'region2', 'region3', 'region4'],
  'flexipage:appHomeTemplateHeaderTwoColumnsEqualWidth': ['region1', 'region2', 'region3'],
  'flexipage:appHomeTemplateThreeColumns': ['region1', 'region2', 'region3'],
  'flexipage:appHomeTemplateTwoColumns': ['column1', 'column2'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents'],
};

/** Names of standard templates, to find a misspelt one. */
export const TEMPLATES: readonly string[] = [
  ...Object.keys(TEMPLATE_REGIONS),
  'flexipage:recordHomeThreeColTemplateDesktop',
  'flexipage:recordHomeThreeColHeaderTemplateDesktop',
  'flexipage:recordHomeFullWidthHeaderTemplateDesktop',
  'flexipage:recordHomeLeftSidebarNoHeaderTemplateDesktop',
  'flexipage:appHomeTemplateHeaderTwoColumnsLeftSidebar',
  'flexipage:appHomeTemplateHeaderTwoColumnsRightSidebar',
  'flexipage:appHomeTemplateTwoColumnsStacked',
  'home:desktopTemplateHeaderThreeColumns',
];

/** Components of the namespaces that the platform itself fills. */
export const STANDARD_COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  force: [
    'detailPanel',
    'highlightsPanel',
    'recordDetailPanelMobile',
    'relatedListContainer',
    'relatedListQuickLinksContainer',
    'relatedListSingleContainer',
    'recordHomeBanner',
    'objectHomeListView',
    'recordDetailShortcut',
    'recordLayout',
    'recordHomeContainer',
    'hoverPrototypeManager',
    'aloha',
  ],
  flexipage: [
    'accordion',
    'accordionSection',
    'availableActions',
    'blankTab',
    'column',
    'dynamicActions',
    'fieldSection',
    'filterListCard',
    'listView',
    'recentItems',
    'reportChart',
    'richText',
    'sentimentalHighlights',
    'tab',
    'tab2',
    'tabset',
    'tabset2',
    'visualforcePage',
    'dashboard',
    'recordSection',
    'recordDetailComponent2',
    'unavailableComponent',
  ],
  lst: ['dynamicRelatedList', 'relatedListQuickLinks', 'relatedListContainer', 'relatedListSingle'],
  record_flexipage: ['dynamicHighlights', 'recordDetail', 'relatedRecord'],
  flowruntime: ['interview'],
  home: [
    'assistant',
    'eventContainer',
    'heroHeader',
    'homeCalendar',
    'recentRecordContainer',
    'topDealsContainer',
    'performanceChart',
    'newsContainer',
    'homeTodaysEvents',
  ],
  runtime_sales_activities: [
    'activityPanel',
    'todayTaskContainer',
    'todaysEvents',
    'todayEventsContainer',
    'activityTimeline',
    'activityComposer',
  ],
  runtime_sales_pathassistant: ['pathAssistant'],
  runtime_sales_social: ['socialPanel', 'twitter', 'newsPanel'],
  runtime_sales_merge: ['mergeCandidatesPreviewCard'],
  runtime_sales_news: ['newsPanel'],
  runtime_sales_dedupe: ['dedupeResults', 'potentialDuplicates'],
  runtime_mobilesapp: ['launchPadTileList', 'launchPad', 'rollupCounts'],
  runtime_platform_actions: ['actionsContainer'],
};

/** Namespaces of which the table holds every component there is; of the others, only what looks misspelt is refused. */
export const CLOSED_NAMESPACES: ReadonlySet<string> = new Set(['force', 'flexipage']);

/** Operators of visibility rules. */
export const OPERATORS: readonly string[] = ['EQUAL', 'NE', 'GT', 'GE', 'LT', 'LE', 'CONTAINS', 'EQUALS', 'NOT_EQUAL'];

/** Targets of Lightning web components. */
export const TARGETS: readonly string[] = [
  'lightning__AppPage',
  'lightning__HomePage',
  'lightning__RecordPage',
  'lightning__RecordAction',
  'lightning__Tab',
  'lightning__UtilityBar',
  'lightning__UrlAddressable',
  'lightning__FlowScreen',
  'lightning__FlowAction',
  'lightning__Inbox',
  'lightning__Snapin',
  'lightning__GlobalAction',
  'lightning__AgentforceInput',
  'lightning__AgentforceOutput',
  'lightning__dynamicHighlights',
  'lightning__ServiceCloudVoiceToolkitApi',
  'lightning__VoiceExtension',
  'lightning__EmailTemplate',
  'lightningCommunity__Page',
  'lightningCommunity__Default',
  'lightningCommunity__Page_Layout',
  'lightningCommunity__Theme_Layout',
  'lightningSnapin__ChatHeader',
  'lightningSnapin__ChatMessage',
  'lightningSnapin__Minimized',
  'lightningSnapin__PreChat',
  'lightningSnapin__MessagingPreChat',
  'lightningSnapin__MessagingHeader',
  'lightningStatic__Email',
  'analytics__Dashboard',
];

/** Target that a component's configuration for a kind of page stands under. */
export const PAGE_TARGETS: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  UtilityBar: 'lightning__UtilityBar',
};

/** Properties of layout components whose value is the name of a region of the page. */
export const REGION_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  'flexipage:accordion': ['sections'],
  'flexipage:accordionSection': ['body'],
  'flexipage:column': ['body'],
  'flexipage:fieldSection': ['columns'],
  'flexipage:tab': ['body'],
  'flexipage:tabset': ['tabs'],
};

/** How a field behaves on a page. */
export const FIELD_BEHAVIORS: readonly string[] = ['none', 'readonly', 'required'];
