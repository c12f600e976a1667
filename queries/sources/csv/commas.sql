-- A row is how many numbers of a file can only be written with a decimal comma, how many only with a decimal point, and one of the former.
WITH told AS (
    SELECT value,
           regexp_matches(value, '^[+-]?(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(\.\d{3})+,\d+)\D*$') AS comma,
           regexp_matches(value, '^[+-]?(\d+\.(\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|\d{1,3}(,\d{3})+\.\d+)\D*$') AS point
    FROM raw.csv_numbers
    -- where there is no comma at all nobody has to look at the points
    WHERE EXISTS (SELECT 1 FROM raw.csv_numbers WHERE contains(value, ','))
)
SELECT COUNT(*) FILTER (comma) AS commas, COUNT(*) FILTER (point) AS points, COALESCE(MIN(value) FILTER (comma), '') AS example
FROM told
