-- The figures of `dealboard metrics --json` by SQL on a workspace file, as JSON of the same shape.
-- usage: sqlite3 -readonly FILE 'PRAGMA temp_store = MEMORY' ".parameter set @as_of 'YYYY-MM-DD'"
--   '.read metrics.sql'
--
-- The window is of 365 days. Rows hold deals as all events leave them, so no event may be dated
-- after the as-of day. What a deal passed through is packed into a blob, which is taken apart once
-- for each distinct one: most deals have one visit, and many share theirs. One pass goes over the
-- open deals and one over those closed since the window began, each grouped as finely as any figure
-- needs; the rest adds groups up.
PRAGMA cache_size = -65536;

-- The shell prints what this answers, which is no figure.
.once /dev/null
PRAGMA mmap_size = 2147418112;

-- The as-of day and the first days of what looks back, as days since 1970, and the pipeline: the
-- first that has deals.
CREATE TEMP TABLE asked AS
SELECT today, today - 364 AS first, today - 89 AS recent,
  unixepoch(@as_of, 'start of month') / 86400 AS month,
  coalesce(
    (SELECT id FROM pipeline
      WHERE EXISTS (SELECT 1 FROM deal WHERE pipeline = pipeline.id AND presence = 0)
      ORDER BY id LIMIT 1),
    (SELECT min(id) FROM pipeline)) AS pipeline
FROM (SELECT unixepoch(@as_of) / 86400 AS today);

CREATE TEMP TABLE place (stage INTEGER PRIMARY KEY, place INTEGER, name TEXT);
INSERT INTO place
SELECT id, row_number() OVER (ORDER BY position) - 1, name FROM stage
WHERE pipeline = (SELECT pipeline FROM asked) AND NOT is_archived;

-- How many minor units make one of a currency, where that is not a hundred.
CREATE TEMP TABLE minor (currency TEXT PRIMARY KEY, units INTEGER) WITHOUT ROWID;
INSERT INTO minor
SELECT value, 1 FROM json_each('["BIF","CLP","DJF","GNF","ISK","JPY","KMF","KRW","PYG","RWF","UGX",
  "UYI","VND","VUV","XAF","XOF","XPF"]')
UNION ALL SELECT value, 1000 FROM json_each('["BHD","IQD","JOD","KWD","LYD","OMR","TND"]')
UNION ALL SELECT value, 10000 FROM json_each('["CLF","UYW"]');

-- -------------------------------------------------------------------------------------------------
-- Visits

-- Closed deals that stood in more than one stage; of the others `closed_stay` says all.
CREATE TEMP TABLE wanderer (deal INTEGER PRIMARY KEY);
INSERT INTO wanderer SELECT deal FROM closed_stay GROUP BY deal HAVING count(*) > 1;

CREATE TEMP TABLE packed (visits BLOB PRIMARY KEY) WITHOUT ROWID;
INSERT INTO packed
SELECT DISTINCT visits FROM deal INDEXED BY deal_open
WHERE status = 0 AND presence = 0 AND pipeline = (SELECT pipeline FROM asked)
  AND visits IS NOT NULL;
INSERT OR IGNORE INTO packed
SELECT visits FROM wanderer JOIN deal ON id = deal WHERE presence = 0 AND visits IS NOT NULL;

-- A visit is three numbers: stage, days since the visit before began, days counted. A number is in
-- bytes of seven bits, the lowest first, all but the last with the eighth bit set; its lowest bit
-- is its sign.
CREATE TEMP TABLE visit (
  visits BLOB, number INTEGER, stage INTEGER, entered INTEGER, days INTEGER,
  PRIMARY KEY (visits, number)
) WITHOUT ROWID;
INSERT INTO visit
WITH RECURSIVE
  step (visits, hex, at, number, value, unit, byte) AS (
    SELECT visits, hex(visits), 1, -1, 0, 1, 0 FROM packed
    UNION ALL
    SELECT visits, hex, at + 2, number + (byte < 128),
      iif(byte < 128, 0, value + (byte & 127) * unit),
      iif(byte < 128, 1, unit * 128),
      ((instr('123456789ABCDEF', substr(hex, at, 1)) << 4)
        + instr('123456789ABCDEF', substr(hex, at + 1, 1)))
    FROM step WHERE at < length(hex)
  ),
  number AS (
    SELECT visits, number, value + byte * unit AS folded
    FROM step WHERE byte < 128 AND number >= 0
  )
SELECT visits, number / 3,
  max(folded >> 1) FILTER (WHERE number % 3 = 0),
  sum(max(iif(folded & 1, -1 - (folded >> 1), folded >> 1)) FILTER (WHERE number % 3 = 1))
    OVER (PARTITION BY visits ORDER BY number / 3),
  max(folded >> 1) FILTER (WHERE number % 3 = 2)
FROM number GROUP BY visits, number / 3;

-- Of each packed way: how many visits it has, the last one's days, the first one's day.
CREATE TEMP TABLE way (
  visits BLOB PRIMARY KEY, length INTEGER, days INTEGER, entered INTEGER
) WITHOUT ROWID;
INSERT INTO way
SELECT visits, last.number + 1, last.days, first.entered
FROM (SELECT visits, max(number) AS number, days FROM visit GROUP BY visits) AS last
JOIN visit AS first USING (visits)
WHERE first.number = 0;

-- -------------------------------------------------------------------------------------------------
-- The passes over the deals

-- Grouped by what differs most first, so that few rows are compared by more than one number. A deal
-- of one visit stands where it visited; of `length` 0 it has not begun one.
CREATE TEMP TABLE open AS
SELECT max(expected_close, (SELECT today FROM asked) - 1) AS due, owner, deal.stage, currency,
  ifnull(length, 0) AS length,
  count(*) AS deals, count(amount) AS valued, sum(amount) AS amount,
  count(deal.probability + amount) AS weighed, sum(deal.probability * amount) AS weighted,
  count(iif(deal.probability IS NULL, amount, NULL)) AS by_stage_valued,
  sum(iif(deal.probability IS NULL, amount, NULL)) AS by_stage_amount,
  count(iif(category = 0, amount, NULL)) AS omitted,
  count(iif(category = 0, deal.probability + amount, NULL)) AS omitted_weighed,
  sum(iif(category = 0, deal.probability * amount, 0)) AS omitted_weighted,
  sum(iif(category = 0 AND deal.probability IS NULL, amount, 0)) AS omitted_by_stage,
  count(iif(last_touched < (SELECT today FROM asked) - idle_limit, 1, NULL)) AS stale,
  count(clock_started + days) AS visiting, sum(days - clock_started) AS days,
  count(iif(created >= (SELECT first FROM asked), 1, NULL)) AS created,
  count(iif(entered >= (SELECT first FROM asked), 1, NULL)) AS entered,
  sum(iif(entered >= (SELECT first FROM asked), days - clock_started, 0)) AS entered_days,
  count(iif(exists_since >= (SELECT first FROM asked), 1, NULL)) AS existing
FROM deal INDEXED BY deal_open
LEFT JOIN stage ON stage.id = deal.stage
LEFT JOIN way USING (visits)
WHERE status = 0 AND presence = 0 AND deal.pipeline = (SELECT pipeline FROM asked)
GROUP BY 1, 2, 3, 4, 5;

-- A closed deal that stood in one stage, of `kind` 1, closed in it; one of `kind` 0 in none.
CREATE TEMP TABLE closed AS
SELECT owner, furthest, currency, status,
  iif(wanderer.deal IS NULL, stay.deal IS NOT NULL, 2) AS kind,
  count(*) AS deals, count(amount) AS valued, sum(amount) AS amount,
  count(iif(first_day >= (SELECT first FROM asked), 1, NULL)) AS entered
FROM deal NOT INDEXED
LEFT JOIN wanderer ON wanderer.deal = id
LEFT JOIN closed_stay AS stay ON stay.deal = iif(wanderer.deal IS NULL, id, NULL)
WHERE status <> 0 AND presence = 0 AND deal.pipeline = (SELECT pipeline FROM asked)
  AND closed_day >= (SELECT first FROM asked)
GROUP BY 1, 2, 3, 4, 5;

-- How many deals closed in the window at each age, by status and currency, and over all currencies.
CREATE TEMP TABLE age AS
SELECT closed_day - created AS days, status, currency, count(*) AS deals,
  count(iif(created >= (SELECT first FROM asked), 1, NULL)) AS created
FROM deal INDEXED BY deal_closed
WHERE status <> 0 AND presence = 0 AND pipeline = (SELECT pipeline FROM asked)
  AND closed_day >= (SELECT first FROM asked)
GROUP BY 1, 2, 3;
INSERT INTO age SELECT days, status, NULL, sum(deals), sum(created) FROM age GROUP BY 1, 2;

CREATE TEMP TABLE recent AS
SELECT count(*) AS closed, count(iif(status = 1, 1, NULL)) AS won
FROM deal INDEXED BY deal_closed
WHERE status <> 0 AND presence = 0 AND pipeline = (SELECT pipeline FROM asked)
  AND closed_day >= (SELECT recent FROM asked);

CREATE TEMP TABLE won_in_month AS
SELECT currency, count(*) AS deals, count(amount) AS valued, sum(amount) AS amount
FROM deal INDEXED BY deal_closed
WHERE status <> 0 AND presence = 0 AND pipeline = (SELECT pipeline FROM asked)
  AND closed_day >= (SELECT month FROM asked) AND status = 1
GROUP BY 1;

CREATE TEMP TABLE owner AS
SELECT DISTINCT owner FROM deal NOT INDEXED
WHERE presence = 0 AND pipeline = (SELECT pipeline FROM asked);

-- What no row of an open or a closed deal is, is a deleted one or one that never was; as a rule
-- there is none.
CREATE TEMP TABLE deleted AS
SELECT count(*) AS deals FROM deal NOT INDEXED
WHERE presence = 1 AND pipeline = (SELECT pipeline FROM asked)
  AND (SELECT count(*) FROM deal)
    > (SELECT count(*) FROM deal INDEXED BY deal_open WHERE status = 0 AND presence = 0)
      + (SELECT count(*) FROM deal INDEXED BY deal_closed WHERE status <> 0 AND presence = 0);

CREATE TEMP TABLE currency AS
SELECT currency, 1.0 * ifnull(units, 100) AS units
FROM (
  SELECT currency FROM open
  UNION
  SELECT currency FROM (
    SELECT DISTINCT currency FROM deal INDEXED BY deal_closed
    WHERE status <> 0 AND presence = 0 AND pipeline = (SELECT pipeline FROM asked)))
LEFT JOIN minor USING (currency);

-- -------------------------------------------------------------------------------------------------
-- Deals that went from stage to stage, one by one

CREATE TEMP TABLE traveller (
  deal INTEGER PRIMARY KEY, status INTEGER, place INTEGER, visits BLOB, length INTEGER,
  running INTEGER, otherwise INTEGER
);
INSERT INTO traveller
SELECT id, status, place.place, visits, length, ifnull(today - clock_started, 0), exists_since
FROM asked CROSS JOIN deal INDEXED BY deal_open JOIN way USING (visits)
LEFT JOIN place USING (stage)
WHERE EXISTS (SELECT 1 FROM way WHERE length > 1) AND length > 1
  AND status = 0 AND presence = 0 AND deal.pipeline = asked.pipeline;
INSERT INTO traveller
SELECT id, status, place.place, visits, length, 0, closed_day
FROM asked CROSS JOIN wanderer JOIN deal ON id = wanderer.deal
JOIN way USING (visits) LEFT JOIN place ON place.stage = deal.stage
WHERE status <> 0 AND presence = 0 AND deal.pipeline = asked.pipeline AND closed_day >= first;

-- Their visits to stages of the board.
CREATE TEMP TABLE stop AS
SELECT deal, place.place, entered,
  visit.days + iif(visit.number = length - 1, running, 0) AS days,
  lead(place.place) OVER next AS next,
  max(place.place) OVER (
    PARTITION BY deal ORDER BY visit.number ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING
  ) AS furthest,
  lead(entered) OVER next AS left_on
FROM traveller JOIN visit USING (visits) JOIN place ON place.stage = visit.stage
WINDOW next AS (PARTITION BY deal ORDER BY visit.number);

CREATE TEMP TABLE stay AS
SELECT deal, stop.place, min(entered) AS entered, sum(days) AS days,
  max(furthest) > stop.place AS goes_beyond, max(next IS stop.place + 1) AS goes_on
FROM stop GROUP BY deal, stop.place;

-- -------------------------------------------------------------------------------------------------
-- Stages

-- Who was asked at which stage first in the window, by policy, and what became of them: 1
-- converted, 2 failed, 0 pending.
CREATE TEMP TABLE conversion AS
WITH
  -- Deals of one visit at most. Those that won got to every stage, beyond their own on the day of
  -- the win, which is in the window here.
  lone AS (
    SELECT 0 AS status, deals, entered, existing AS within, length AS visits, place
    FROM open LEFT JOIN place USING (stage) WHERE length < 2
    UNION ALL
    SELECT status, deals, entered, deals, kind, place
    FROM closed LEFT JOIN place ON stage = furthest WHERE kind < 2
  ),
  -- The others, each with its furthest stage.
  far AS (
    SELECT traveller.deal, status, traveller.place AS current, otherwise,
      coalesce(max(stop.place), traveller.place, 0) AS furthest
    FROM traveller LEFT JOIN stop USING (deal) GROUP BY traveller.deal
  ),
  outcome (policy, place, outcome, deals) AS (
    SELECT 'reached', place.place, iif(ifnull(lone.place, 0) > place.place, 1, status),
      iif(visits = 1 AND place.place <= lone.place, entered, within)
    FROM lone JOIN place ON status = 1 OR place.place <= ifnull(lone.place, 0)
    UNION ALL
    SELECT 'touched', place, status, entered FROM lone WHERE visits = 1 AND place IS NOT NULL
    UNION ALL
    SELECT 'strict', place,
      iif(status = 1 AND place < (SELECT max(place) FROM place), 2, status), entered
    FROM lone WHERE visits = 1 AND place IS NOT NULL
    UNION ALL
    SELECT 'reached', place.place, iif(furthest > place.place, 1, status),
      ifnull(
        (SELECT min(entered) FROM stay WHERE stay.deal = far.deal AND stay.place >= place.place),
        otherwise
      ) >= (SELECT first FROM asked)
    FROM far JOIN place ON status = 1 OR place.place <= furthest
    UNION ALL
    SELECT 'touched', place, iif(goes_beyond, 1, status), entered >= (SELECT first FROM asked)
    FROM stay JOIN far USING (deal)
    UNION ALL
    SELECT 'strict', place,
      CASE
        WHEN place < (SELECT max(place) FROM place) AND goes_on THEN 1
        WHEN place = (SELECT max(place) FROM place) AND status = 1 AND current IS place THEN 1
        WHEN status = 0 AND current IS place THEN 0
        ELSE 2
      END, entered >= (SELECT first FROM asked)
    FROM stay JOIN far USING (deal)
  )
SELECT policy, place,
  sum(deals) AS asked,
  sum(iif(outcome = 1, deals, 0)) AS converted,
  sum(iif(outcome = 2, deals, 0)) AS failed,
  sum(iif(outcome = 0, deals, 0)) AS pending
FROM outcome GROUP BY policy, place;

-- How many deals, first there in the window, were how many days in a stage that they left.
CREATE TEMP TABLE gone AS
SELECT place, days, sum(deals) AS deals
FROM (
  SELECT place, days, count(*) AS deals
  FROM closed_stay INDEXED BY closed_stay_days JOIN place USING (stage)
  WHERE first_day >= (SELECT first FROM asked) GROUP BY 1, 2
  UNION ALL
  SELECT stay.place, days, count(*)
  FROM stay JOIN traveller USING (deal)
  WHERE status = 0 AND traveller.place IS NOT stay.place AND entered >= (SELECT first FROM asked)
  GROUP BY 1, 2
)
GROUP BY 1, 2;

CREATE TEMP TABLE here AS
SELECT place, sum(deals) AS deals, sum(days) AS days
FROM (
  SELECT place, entered AS deals, entered_days + entered * (SELECT today FROM asked) AS days
  FROM open JOIN place USING (stage) WHERE length = 1
  UNION ALL
  SELECT stay.place, 1, days FROM stay JOIN traveller USING (deal)
  WHERE status = 0 AND traveller.place IS stay.place AND entered >= (SELECT first FROM asked)
)
GROUP BY place;

-- -------------------------------------------------------------------------------------------------
-- The figures

CREATE TEMP VIEW ages AS
SELECT status, currency, max(n) AS n, sum(days * deals) AS sum,
  (min(days) FILTER (WHERE upto >= (n + 1) / 2) + min(days) FILTER (WHERE upto >= n / 2 + 1)) / 2.0
    AS median
FROM (
  SELECT *,
    sum(deals) OVER (PARTITION BY status, currency ORDER BY days) AS upto,
    sum(deals) OVER (PARTITION BY status, currency) AS n
  FROM age WHERE days IS NOT NULL)
GROUP BY status, currency;

CREATE TEMP VIEW left_after AS
SELECT place, max(n) AS n, sum(days * deals) AS sum,
  (min(days) FILTER (WHERE upto >= (n + 1) / 2) + min(days) FILTER (WHERE upto >= n / 2 + 1)) / 2.0
    AS median
FROM (
  SELECT *,
    sum(deals) OVER (PARTITION BY place ORDER BY days) AS upto,
    sum(deals) OVER (PARTITION BY place) AS n
  FROM gone)
GROUP BY place;

-- Outcomes of each currency: 1 won, 2 lost.
CREATE TEMP TABLE outcome AS
SELECT currency, units, status, ifnull(sum(deals), 0) AS deals, ifnull(sum(valued), 0) AS valued,
  ifnull(sum(amount), 0) AS amount
FROM currency CROSS JOIN (SELECT 1 AS status UNION ALL SELECT 2)
LEFT JOIN closed USING (currency, status)
GROUP BY currency, status;

-- Open deals of each stage and currency, each currency, and each month and currency; a probability
-- is the deal's own, else its stage's, and what is omitted is worth nothing to a forecast.
CREATE TEMP VIEW open_groups AS
SELECT due, stage, currency, deals, valued, amount, stale,
  weighed + iif(probability IS NULL, 0, by_stage_valued) AS weighed,
  ifnull(weighted, 0) + ifnull(probability * by_stage_amount, 0) AS weighted,
  weighed - omitted_weighed + omitted
    + iif(probability IS NULL, 0, by_stage_valued - (omitted - omitted_weighed)) AS promising,
  ifnull(weighted, 0) - omitted_weighted
    + ifnull(probability * (ifnull(by_stage_amount, 0) - omitted_by_stage), 0) AS promised
FROM open LEFT JOIN stage ON stage.id = open.stage;

CREATE TEMP VIEW open_totals AS
SELECT *, json_object(
  'deals', deals, 'with_value', valued, 'without_value', deals - valued,
  'value', ifnull(amount, 0) / units, 'avg', amount / units / valued,
  'weighted', iif(valued > 0 AND weighed = 0, NULL, ifnull(weighted, 0) / units / 100)) AS totals
FROM (
  SELECT 'stage' AS part, stage AS key, currency, sum(deals) AS deals, sum(valued) AS valued,
    sum(amount) AS amount, sum(weighed) AS weighed, sum(weighted) AS weighted, sum(stale) AS stale
  FROM open_groups GROUP BY stage, currency
  UNION ALL
  SELECT 'all', NULL, currency.currency, ifnull(sum(deals), 0), ifnull(sum(valued), 0), sum(amount),
    sum(weighed), sum(weighted), ifnull(sum(stale), 0)
  FROM currency LEFT JOIN open_groups USING (currency) GROUP BY currency.currency
  UNION ALL
  SELECT 'column',
    CASE WHEN due IS NULL THEN 'no_date' WHEN due < today THEN '0 overdue'
      ELSE strftime('%Y-%m', due * 86400, 'unixepoch') END,
    currency, sum(deals), sum(valued), sum(amount), sum(promising), sum(promised), 0
  FROM asked CROSS JOIN open_groups GROUP BY 2, currency)
JOIN currency USING (currency);

SELECT json_object(
  'as_of', @as_of,
  'pipeline', (SELECT name FROM pipeline WHERE id = asked.pipeline),
  'window', json_object('from', date(first * 86400, 'unixepoch'), 'to', @as_of),
  'counts', json_object('known', open + won + lost, 'open', open, 'won', won, 'lost', lost,
    'deleted', (SELECT deals FROM deleted), 'stale', stale),
  'stale_deals', (
    SELECT json_group_array(key) FROM (
      SELECT ifnull(source_id, deal.id || '') AS key
      FROM deal INDEXED BY deal_open JOIN stage ON stage.id = deal.stage
      WHERE stale > 0 AND status = 0 AND presence = 0 AND deal.pipeline = asked.pipeline
        AND today - last_touched > idle_limit
      ORDER BY key GLOB '*[^0-9]*', iif(key GLOB '*[^0-9]*', 0, key + 0), key)),
  'win_rate_by_count', json_object('num', won, 'den', won + lost,
    'value', 1.0 * won / (won + lost)),
  'age_at_win', (SELECT json_object('n', ifnull(n, 0), 'sum', ifnull(sum, 0),
      'mean', 1.0 * sum / n, 'median', median)
    FROM (SELECT 1) LEFT JOIN ages ON currency IS NULL AND status = 1),
  'age_at_loss', (SELECT json_object('n', ifnull(n, 0), 'sum', ifnull(sum, 0),
      'mean', 1.0 * sum / n, 'median', median)
    FROM (SELECT 1) LEFT JOIN ages ON currency IS NULL AND status = 2),
  'by_currency', (
    SELECT json_group_object(open.currency, json_object(
      'open', json(totals), 'open_not_stale', open.deals - stale,
      'won', json_object('deals', won.deals, 'with_value', won.valued,
        'without_value', won.deals - won.valued, 'value', won.amount / won.units,
        'avg', won.amount / won.units / won.valued),
      'lost', json_object('deals', lost.deals, 'with_value', lost.valued,
        'without_value', lost.deals - lost.valued, 'value', lost.amount / lost.units,
        'avg', lost.amount / lost.units / lost.valued),
      'win_rate_by_count', json_object('num', won.deals, 'den', won.deals + lost.deals,
        'value', 1.0 * won.deals / (won.deals + lost.deals)),
      'win_rate_by_value', json_object('num', won.amount / won.units,
        'den', (won.amount + lost.amount) / won.units,
        'value', 1.0 * won.amount / (won.amount + lost.amount)),
      'age_at_win', json_object('n', ifnull(wins.n, 0), 'sum', ifnull(wins.sum, 0),
        'mean', 1.0 * wins.sum / wins.n, 'median', wins.median),
      'age_at_loss', json_object('n', ifnull(losses.n, 0), 'sum', ifnull(losses.sum, 0),
        'mean', 1.0 * losses.sum / losses.n, 'median', losses.median),
      'velocity_per_day', iif(open.deals = 0, 0,
        won.amount / won.units / won.valued * won.deals / (won.deals + lost.deals)
          * (open.deals - stale) * wins.n / wins.sum),
      'velocity_cases', iif(open.deals = 0, NULL,
        min(won.valued, won.deals + lost.deals, ifnull(wins.n, 0)))))
    FROM open_totals AS open
    JOIN outcome AS won USING (currency) JOIN outcome AS lost USING (currency)
    LEFT JOIN ages AS wins ON wins.currency = open.currency AND wins.status = 1
    LEFT JOIN ages AS losses ON losses.currency = open.currency AND losses.status = 2
    WHERE part = 'all' AND won.status = 1 AND lost.status = 2),
  'by_stage', (
    SELECT json_group_array(json_object(
      'stage', name, 'open', deals, 'stale', stale, 'mean_current_stage_age', age,
      'by_currency', json(by_currency),
      'win_rate', json_object('num', won, 'den', won + lost, 'value', 1.0 * won / (won + lost))))
    FROM (
      SELECT name,
        (SELECT ifnull(sum(deals), 0) FROM open WHERE open.stage = place.stage) AS deals,
        (SELECT ifnull(sum(stale), 0) FROM open WHERE open.stage = place.stage) AS stale,
        (SELECT 1.0 * sum(days) / sum(visiting) + (SELECT today FROM asked) FROM open
          WHERE open.stage = place.stage) AS age,
        (SELECT json_group_object(currency, json(totals)) FROM open_totals
          WHERE part = 'stage' AND key = place.stage) AS by_currency,
        won,
        (SELECT ifnull(sum(deals), 0) FROM closed LEFT JOIN place AS far ON far.stage = furthest
          WHERE status = 2 AND ifnull(far.place, 0) >= place.place) AS lost
      FROM place ORDER BY place)),
  'time_in_stage', (
    SELECT json_group_array(json_object(
      'stage', name, 'deals', ifnull(deals, 0) + ifnull(n, 0),
      'total_days', ifnull(days, 0) + ifnull(sum, 0),
      'mean_days',
        1.0 * (ifnull(days, 0) + ifnull(sum, 0)) / (ifnull(deals, 0) + ifnull(n, 0)),
      'left', json_object('deals', ifnull(n, 0), 'total_days', ifnull(sum, 0),
        'mean_days', 1.0 * sum / n, 'median_days', median)))
    FROM (SELECT * FROM place ORDER BY place) LEFT JOIN here USING (place)
    LEFT JOIN left_after USING (place)),
  'conversion', (
    SELECT json_group_object(policy, json(stages)) FROM (
      SELECT policy.value AS policy, json_group_array(json_object(
        'stage', name, 'reached', ifnull(asked, 0), 'converted', ifnull(converted, 0),
        'failed', ifnull(failed, 0), 'pending', ifnull(pending, 0),
        'rate', 1.0 * converted / (converted + failed))) AS stages
      FROM json_each('["reached","touched","strict"]') AS policy
      CROSS JOIN (SELECT * FROM place ORDER BY place) AS place
      LEFT JOIN conversion
        ON conversion.policy = policy.value AND conversion.place = place.place
      GROUP BY policy.key)),
  'regressions', (
    SELECT json_object('deals', count(DISTINCT deal), 'moves', count(*)) FROM stop
    WHERE next < place AND left_on >= first),
  'forecast', (
    SELECT json_group_object(currency, json(columns)) FROM (
      SELECT currency, (
        SELECT json_group_array(json_insert(totals, '$.column', replace(key, '0 ', ''))) FROM (
          SELECT key, totals FROM open_totals
          WHERE part = 'column' AND open_totals.currency = currency.currency ORDER BY key)
        ) AS columns
      FROM currency ORDER BY currency)),
  'won_in_as_of_month', (
    SELECT json_group_object(currency, json_object('deals', ifnull(deals, 0),
      'with_value', ifnull(valued, 0), 'without_value', ifnull(deals - valued, 0),
      'value', ifnull(amount, 0) / units, 'avg', amount / units / valued))
    FROM currency LEFT JOIN won_in_month USING (currency)),
  'by_owner', (
    SELECT json_group_array(json_object('owner', name, 'open', open, 'won', won, 'lost', lost,
      'win_rate', 1.0 * won / (won + lost), 'won_value', json(won_value)))
    FROM (
      SELECT person.name,
        (SELECT ifnull(sum(deals), 0) FROM open WHERE open.owner IS owner.owner) AS open,
        (SELECT ifnull(sum(deals), 0) FROM closed
          WHERE closed.owner IS owner.owner AND status = 1) AS won,
        (SELECT ifnull(sum(deals), 0) FROM closed
          WHERE closed.owner IS owner.owner AND status = 2) AS lost,
        (SELECT json_group_object(currency, amount) FROM (
          SELECT currency, ifnull(sum(amount), 0) / units AS amount
          FROM closed JOIN currency USING (currency)
          WHERE closed.owner IS owner.owner AND status = 1 GROUP BY currency)) AS won_value
      FROM owner LEFT JOIN person ON person.id = owner.owner
      ORDER BY owner.owner IS NULL, lower(name))),
  'win_rate_90d', (
    SELECT json_object('num', won, 'den', closed, 'value', 1.0 * won / closed) FROM recent),
  'win_rate_range', iif(won + lost = 0, NULL, json_object(
    'low', max(0, (p + z * z / 2 / n - z * sqrt(p * (1 - p) / n + z * z / 4 / n / n))
      / (1 + z * z / n)),
    'high', min(1, (p + z * z / 2 / n + z * sqrt(p * (1 - p) / n + z * z / 4 / n / n))
      / (1 + z * z / n)),
    'thin', json(iif(n < 20, 'true', 'false')))),
  'cohort', json_object('created', created_open + created_won + created_lost,
    'won', created_won, 'lost', created_lost, 'open', created_open),
  'unknown_creation', ageless)
FROM asked,
  (SELECT ifnull(sum(deals), 0) AS open, ifnull(sum(stale), 0) AS stale,
    ifnull(sum(created), 0) AS created_open FROM open),
  (SELECT *, won + lost AS n, 1.0 * won / (won + lost) AS p, 1.959964 AS z FROM (
    SELECT ifnull(sum(deals) FILTER (WHERE status = 1), 0) AS won,
      ifnull(sum(deals) FILTER (WHERE status = 2), 0) AS lost,
      (SELECT ifnull(sum(created), 0) FROM age WHERE currency IS NULL AND status = 1)
        AS created_won,
      (SELECT ifnull(sum(created), 0) FROM age WHERE currency IS NULL AND status = 2)
        AS created_lost,
      (SELECT ifnull(sum(deals), 0) FROM age WHERE currency IS NULL AND days IS NULL) AS ageless
    FROM closed));
