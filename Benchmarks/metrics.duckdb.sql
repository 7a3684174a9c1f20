-- The figures of `dealboard metrics --json` by DuckDB on the exported CSV that was imported, as
-- JSON of the same shape; metrics.duckdb.py sets the variables csv and as_of and runs it.
--
-- A row without history has one visit, to its present stage: from its creation, or from its last
-- stage change where that is later. Stages and their probabilities are those of the pipeline that
-- an import makes, which has no idle limits.
CREATE TEMP TABLE stage AS
FROM (VALUES
  (0, 'Lead In', 10, NULL), (1, 'Contact Made', 20, NULL), (2, 'Demo Scheduled', 40, NULL),
  (3, 'Proposal Made', 60, NULL), (4, 'Negotiations Started', 80, NULL)
) AS stage (place, stage, probability, idle_limit);

CREATE TEMP TABLE asked AS
SELECT today, today - 364 AS first, today - 89 AS recent, date_trunc('month', today)::DATE AS month
FROM (SELECT getvariable('as_of')::DATE AS today);

CREATE TEMP TABLE deal AS
SELECT * EXCLUDE (changed, today, first, recent, month),
  greatest(created, changed) AS entered,
  coalesce(closed, today) - greatest(created, changed) AS days,
  closed - created AS age,
  closed BETWEEN first AND today AS is_outcome,
  created BETWEEN first AND today AS is_cohort,
  greatest(created, changed) BETWEEN first AND today AS is_asked,
  status = 'Open' AND today - greatest(created, changed, updated) > idle_limit AS is_stale
FROM (
  SELECT "Deal - ID" AS id, "Deal - Owner" AS owner, "Deal - Value" AS value,
    "Deal - Currency of Value" AS currency, "Deal - Pipeline" AS pipeline, place, stage,
    value * coalesce("Deal - Probability", probability) / 100 AS weighted, idle_limit,
    "Deal - Status" AS status, "Deal - Deal created"::DATE AS created,
    "Deal - Last stage change"::DATE AS changed, "Deal - Update time"::DATE AS updated,
    "Deal - Deal closed on"::DATE AS closed, "Deal - Expected close date" AS expected
  FROM read_csv(getvariable('csv'), header = true, delim = ',', quote = '"', escape = '"',
    columns = {
      'Deal - ID': 'BIGINT', 'Deal - Title': 'VARCHAR', 'Deal - Owner': 'VARCHAR',
      'Deal - Value': 'DECIMAL(18, 2)', 'Deal - Currency of Value': 'VARCHAR',
      'Deal - Probability': 'BIGINT', 'Deal - Organization': 'VARCHAR',
      'Deal - Pipeline': 'VARCHAR', 'Deal - Contact person': 'VARCHAR',
      'Deal - Stage': 'VARCHAR', 'Deal - Label': 'VARCHAR', 'Deal - Status': 'VARCHAR',
      'Deal - Deal created': 'TIMESTAMP', 'Deal - Update time': 'TIMESTAMP',
      'Deal - Last stage change': 'TIMESTAMP', 'Deal - Next activity date': 'DATE',
      'Deal - Won time': 'TIMESTAMP', 'Deal - Lost time': 'TIMESTAMP',
      'Deal - Deal closed on': 'TIMESTAMP', 'Deal - Lost reason': 'VARCHAR',
      'Deal - Expected close date': 'DATE'
    })
  JOIN stage ON stage = "Deal - Stage"
), asked;

CREATE TEMP MACRO share(part, whole) AS
  {'num': part, 'den': whole, 'value': part / nullif(whole, 0)};

CREATE TEMP TABLE open AS
SELECT stage, currency, owner,
  CASE WHEN expected IS NULL THEN 'no_date' WHEN expected < today THEN '0 overdue'
    ELSE strftime(expected, '%Y-%m') END AS month,
  count(*) AS deals, count(value) AS valued, sum(value) AS value, count(weighted) AS weighed,
  sum(weighted) AS weighted, count(*) FILTER (WHERE is_stale) AS stale, sum(days) AS days
FROM deal, asked WHERE status = 'Open' GROUP BY ALL;

CREATE TEMP MACRO open_totals(deals, valued, value, weighed, weighted) AS {
  'deals': coalesce(sum(deals), 0)::BIGINT, 'with_value': coalesce(sum(valued), 0)::BIGINT,
  'without_value': coalesce(sum(deals - valued), 0)::BIGINT,
  'value': coalesce(sum(value), 0)::DOUBLE,
  'avg': sum(value)::DOUBLE / nullif(sum(valued), 0)::DOUBLE,
  'weighted': CASE WHEN sum(valued) = 0 OR sum(weighed) > 0 OR sum(deals) IS NULL
    THEN coalesce(sum(weighted), 0)::DOUBLE END};

CREATE TEMP MACRO closed_totals(value, chosen) AS {
  'deals': count(*) FILTER (WHERE chosen), 'with_value': count(value) FILTER (WHERE chosen),
  'without_value': count(*) FILTER (WHERE chosen AND value IS NULL),
  'value': coalesce(sum(value) FILTER (WHERE chosen), 0)::DOUBLE,
  'avg': sum(value) FILTER (WHERE chosen)::DOUBLE / nullif(count(value) FILTER (WHERE chosen), 0)};

CREATE TEMP MACRO ages(age, chosen) AS {
  'n': count(age) FILTER (WHERE chosen), 'sum': coalesce(sum(age) FILTER (WHERE chosen), 0)::BIGINT,
  'mean': avg(age) FILTER (WHERE chosen), 'median': median(age) FILTER (WHERE chosen)};

CREATE TEMP TABLE closed AS
SELECT currency,
  closed_totals(value, is_outcome AND status = 'Won') AS won,
  closed_totals(value, is_outcome AND status = 'Lost') AS lost,
  ages(age, is_outcome AND status = 'Won') AS wins,
  ages(age, is_outcome AND status = 'Lost') AS losses,
  closed_totals(value, is_outcome AND status = 'Won' AND closed >= month) AS won_in_month
FROM deal, asked GROUP BY GROUPING SETS ((), currency);

CREATE TEMP TABLE by_currency AS
SELECT currency, totals, stale, won, lost, wins, losses, won_in_month
FROM (SELECT DISTINCT currency FROM deal)
LEFT JOIN (
  SELECT currency, open_totals(deals, valued, value, weighed, weighted) AS totals,
    sum(stale)::BIGINT AS stale
  FROM open GROUP BY currency
) USING (currency)
LEFT JOIN closed USING (currency);

CREATE TEMP TABLE conversion AS
WITH outcome AS (
  SELECT 'reached' AS policy, stage.place,
    CASE WHEN status = 'Won' OR deal.place > stage.place THEN 'Won' ELSE status END AS outcome
  FROM deal JOIN asked ON true JOIN stage ON status = 'Won' OR stage.place <= deal.place
  WHERE CASE WHEN stage.place <= deal.place THEN is_asked ELSE is_outcome END
  UNION ALL
  SELECT 'touched', place, status FROM deal WHERE is_asked
  UNION ALL
  SELECT 'strict', place,
    CASE WHEN status = 'Won' AND place < (SELECT max(place) FROM stage) THEN 'Lost'
      ELSE status END
  FROM deal WHERE is_asked
)
SELECT policy, place, count(*) AS asked, count(*) FILTER (WHERE outcome = 'Won') AS converted,
  count(*) FILTER (WHERE outcome = 'Lost') AS failed,
  count(*) FILTER (WHERE outcome = 'Open') AS pending
FROM outcome GROUP BY ALL;

CREATE TEMP TABLE time_in_stage AS
SELECT place, count(*) AS deals, sum(days) AS total,
  count(*) FILTER (WHERE status <> 'Open') AS gone,
  sum(days) FILTER (WHERE status <> 'Open') AS gone_total,
  median(days) FILTER (WHERE status <> 'Open') AS gone_median
FROM deal WHERE is_asked GROUP BY place;

CREATE TEMP TABLE reached AS
SELECT stage.place, count(*) FILTER (WHERE status = 'Won') AS won,
  count(*) FILTER (WHERE status = 'Lost') AS lost
FROM deal JOIN stage ON status = 'Won' OR stage.place <= deal.place
WHERE is_outcome GROUP BY stage.place;

CREATE TEMP TABLE owner AS
SELECT owner, count(*) FILTER (WHERE status = 'Open') AS open,
  count(*) FILTER (WHERE status = 'Won' AND is_outcome) AS won,
  count(*) FILTER (WHERE status = 'Lost' AND is_outcome) AS lost
FROM deal GROUP BY owner;

SELECT to_json({
  'as_of': today,
  'pipeline': (SELECT min(pipeline) FROM deal),
  'window': {'from': first, 'to': today},
  'counts': {'known': open + won + lost, 'open': open, 'won': won, 'lost': lost, 'deleted': 0,
    'stale': stale},
  'stale_deals': (SELECT coalesce(list(id::VARCHAR ORDER BY id), []) FROM deal WHERE is_stale),
  'win_rate_by_count': share(won, won + lost),
  'age_at_win': (SELECT wins FROM closed WHERE currency IS NULL),
  'age_at_loss': (SELECT losses FROM closed WHERE currency IS NULL),
  'by_currency': (SELECT json_group_object(currency, {
    'open': totals, 'open_not_stale': totals.deals - stale, 'won': won, 'lost': lost,
    'win_rate_by_count': share(won.deals, won.deals + lost.deals),
    'win_rate_by_value': share(won.value, won.value + lost.value),
    'age_at_win': wins, 'age_at_loss': losses,
    'velocity_per_day': CASE WHEN totals.deals = 0 THEN 0 ELSE
      won.avg * won.deals / (won.deals + lost.deals) * (totals.deals - stale)
        / nullif(wins.mean, 0) END,
    'velocity_cases': CASE WHEN totals.deals = 0 THEN NULL ELSE
      least(won.deals - won.without_value, won.deals + lost.deals, wins.n) END
  }) FROM by_currency),
  'by_stage': (SELECT list({
    'stage': stage, 'open': coalesce(deals, 0), 'stale': coalesce(stale, 0),
    'mean_current_stage_age': age, 'by_currency': coalesce(currencies, json('{}')),
    'win_rate': share(coalesce(won, 0), coalesce(won, 0) + coalesce(lost, 0))
  } ORDER BY place) FROM stage LEFT JOIN (
    SELECT stage, sum(deals)::BIGINT AS deals, sum(stale)::BIGINT AS stale,
      sum(days)::DOUBLE / sum(deals)::DOUBLE AS age
    FROM open GROUP BY stage
  ) USING (stage) LEFT JOIN (
    SELECT stage, json_group_object(currency, totals) AS currencies
    FROM (
      SELECT stage, currency, open_totals(deals, valued, value, weighed, weighted) AS totals
      FROM open GROUP BY ALL)
    GROUP BY stage
  ) USING (stage) LEFT JOIN reached USING (place)),
  'time_in_stage': (SELECT list({
    'stage': stage, 'deals': coalesce(deals, 0), 'total_days': coalesce(total, 0)::BIGINT,
    'mean_days': total::DOUBLE / deals,
    'left': {'deals': coalesce(gone, 0), 'total_days': coalesce(gone_total, 0)::BIGINT,
      'mean_days': gone_total::DOUBLE / nullif(gone, 0), 'median_days': gone_median}
  } ORDER BY place) FROM stage LEFT JOIN time_in_stage USING (place)),
  'conversion': (SELECT json_group_object(policy, stages) FROM (
    SELECT policy, list({
      'stage': stage, 'reached': coalesce(asked, 0), 'converted': coalesce(converted, 0),
      'failed': coalesce(failed, 0), 'pending': coalesce(pending, 0),
      'rate': converted / nullif(converted + failed, 0)
    } ORDER BY place) AS stages
    FROM (SELECT unnest(['reached', 'touched', 'strict']) AS policy) CROSS JOIN stage
    LEFT JOIN conversion USING (policy, place) GROUP BY policy)),
  'regressions': {'deals': 0, 'moves': 0},
  'forecast': (SELECT json_group_object(currency, coalesce(months, [])) FROM by_currency LEFT JOIN (
    SELECT currency, list({
      'column': replace(month, '0 ', ''), 'deals': totals.deals, 'with_value': totals.with_value,
      'without_value': totals.without_value, 'value': totals.value, 'avg': totals.avg,
      'weighted': totals.weighted
    } ORDER BY month) AS months
    FROM (
      SELECT currency, month, open_totals(deals, valued, value, weighed, weighted) AS totals
      FROM open GROUP BY ALL)
    GROUP BY currency) USING (currency)),
  'won_in_as_of_month': (SELECT json_group_object(currency, won_in_month) FROM by_currency),
  'by_owner': (SELECT list({
    'owner': owner, 'open': open, 'won': won, 'lost': lost, 'win_rate': won / nullif(won + lost, 0),
    'won_value': coalesce(amounts, json('{}'))
  } ORDER BY lower(owner) NULLS LAST) FROM owner LEFT JOIN (
    SELECT owner, json_group_object(currency, amount) AS amounts FROM (
      SELECT owner, currency, coalesce(sum(value), 0)::DOUBLE AS amount
      FROM deal WHERE is_outcome AND status = 'Won' GROUP BY ALL) GROUP BY owner
  ) USING (owner)),
  'win_rate_90d': (SELECT share(count(*) FILTER (WHERE status = 'Won'), count(*))
    FROM deal WHERE closed BETWEEN recent AND today),
  'win_rate_range': CASE WHEN n > 0 THEN {
    'low': greatest(0, (p + z * z / 2 / n - z * sqrt(p * (1 - p) / n + z * z / 4 / n / n))
      / (1 + z * z / n)),
    'high': least(1, (p + z * z / 2 / n + z * sqrt(p * (1 - p) / n + z * z / 4 / n / n))
      / (1 + z * z / n)),
    'thin': n < 20} END,
  'cohort': {'created': cohort_won + cohort_lost + cohort_open, 'won': cohort_won,
    'lost': cohort_lost, 'open': cohort_open},
  'unknown_creation': unknown
})
FROM asked, (
  SELECT *, won + lost AS n, won / (won + lost) AS p, 1.959964::DOUBLE AS z FROM (
    SELECT count(*) FILTER (WHERE status = 'Open') AS open,
      count(*) FILTER (WHERE is_stale) AS stale,
      count(*) FILTER (WHERE is_outcome AND status = 'Won') AS won,
      count(*) FILTER (WHERE is_outcome AND status = 'Lost') AS lost,
      count(*) FILTER (WHERE is_cohort AND status = 'Won') AS cohort_won,
      count(*) FILTER (WHERE is_cohort AND status = 'Lost') AS cohort_lost,
      count(*) FILTER (WHERE is_cohort AND status = 'Open') AS cohort_open,
      count(*) FILTER (WHERE is_outcome AND created IS NULL) AS unknown
    FROM deal));
