#!/bin/sh
# Runs every migration that this database has not seen, in the order of their names. Each is done as a whole or not at all.
set -eu

sql() { psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"; }

pg_isready --timeout=30
sql --command 'create table if not exists migrations (name text primary key, done_at timestamptz not null default now())'

for file in [0-9]*.sql; do
  known=$(echo "select count(*) from migrations where name = :'name'" | sql --set name="$file")
  [ "$known" = 0 ] || continue
  echo "$file"
  echo "insert into migrations (name) values (:'name')" |
    sql --single-transaction --set name="$file" --file "$file" --file -
done

# What the state gives to those after it.
sql --command "select json_build_object('Version', max(name)) from migrations" > "$PLANCC_OUTPUT"
