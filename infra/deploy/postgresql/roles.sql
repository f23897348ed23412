-- The two roles of Kaiyuan, run once per database cluster by an administrator; the embedded PostgreSQL runs it too.
--   psql -v owner_password=… -v app_password=… -f roles.sql
-- kaiyuan_owner owns the schemas and migrates them; kaiyuan_app is the application: it owns nothing, is neither superuser
-- nor BYPASSRLS, and sees no row without a tenant.
create role kaiyuan_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role kaiyuan_app login nosuperuser nocreatedb nocreaterole nobypassrls noinherit password :'app_password';
create database kaiyuan owner kaiyuan_owner encoding 'UTF8' template template0;
revoke all on database kaiyuan from public;
grant connect, temporary on database kaiyuan to kaiyuan_app;
