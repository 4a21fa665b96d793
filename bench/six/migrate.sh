#!/bin/sh
echo "migrating $DB_HOST"
