#!/bin/sh
# Two roles with a database each: what the engine runs may not open the queue. Run once, as the
# superuser, on an empty server; SECRETS is the folder with the two passwords.
set -eu
secrets=${SECRETS:-/run/secrets}
psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --dbname postgres \
  -v queue="$(cat "$secrets/queue_password")" -v trackers="$(cat "$secrets/tracker_password")" <<'SQL'
CREATE ROLE dossierwijzer LOGIN PASSWORD :'queue';
CREATE ROLE gesprekken LOGIN PASSWORD :'trackers';
CREATE DATABASE dossierwijzer OWNER dossierwijzer;
CREATE DATABASE gesprekken OWNER gesprekken;
-- By itself PostgreSQL lets every role connect to every database.
REVOKE CONNECT ON DATABASE dossierwijzer, gesprekken FROM PUBLIC;
SQL
