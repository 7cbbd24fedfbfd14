#!/bin/sh
# temporary-postgres.sh PROGRAMS FOLDER: a throw-away PostgreSQL over a socket in FOLDER. Says "ready", and ends and takes the folder with
# it as soon as its input ends, which it does however the tests end. Nothing is flushed to the disk: a crash of the machine may lose it.
programs=$1 folder=$2
as=
if [ "$(id -u)" = 0 ]; then
  # The server refuses to run as root.
  user=postgres
  id "$user" >/dev/null 2>&1 || user=nobody
  as="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups"
  chown "$user" "$folder"
fi
cd "$folder" || exit 1
{
  $as "$programs/initdb" --pgdata=data --username=medtechbot --auth=trust --encoding=UTF8 --locale=C --no-sync &&
    $as "$programs/pg_ctl" start --pgdata=data --wait --timeout=120 --log=server.log \
      --options="-k '$folder' -h '' -F -c max_connections=300 -c full_page_writes=off -c synchronous_commit=off"
} >start.log 2>&1 && echo ready || { cat start.log server.log 2>/dev/null; }
cat >/dev/null
$as "$programs/pg_ctl" stop --pgdata=data --mode=immediate >/dev/null 2>&1
cd / && rm -rf "$folder"
