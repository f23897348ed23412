package org.kaiyuan.platform.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the current tenant may have and has. A room asks before it adds something; a tenant without quotas costs
 * one look at a primary key. What several add in the same moment may pass the limit by that much.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Quotas {
    private final JdbcTemplate jdbc;
    private final List<StorageUse> storages;
    private final Clock clock;

    Quotas(JdbcTemplate jdbc, List<StorageUse> storages, Clock clock) {
        this.jdbc = jdbc;
        this.storages = storages;
        this.clock = clock;
    }

    /** {@link Quota#NONE} where nothing was set. */
    public Quota quota() {
        var found =
                DataAccessUtils.singleResult(
                        jdbc.query("select * from tenancy.quota", Quotas::row));
        return found == null ? Quota.NONE : found;
    }

    /** Sets it anew; who may do that is checked by who asks. */
    public void set(Quota quota) {
        jdbc.update(
                """
                insert into tenancy.quota (tenant_id, users, records, storage_bytes, calls_a_day) values (?, ?, ?, ?, ?)
                on conflict (tenant_id) do update set users = excluded.users, records = excluded.records,
                    storage_bytes = excluded.storage_bytes, calls_a_day = excluded.calls_a_day,
                    version = quota.version + 1\
                """,
                CurrentTenant.get().value(),
                quota.users(),
                quota.records(),
                quota.storageBytes(),
                quota.callsADay());
    }

    public QuotaUse use() {
        return new QuotaUse(
                count(
                        "select count(*) from access.membership where kind = 'STAFF' and state = 'ACTIVE'"),
                records(),
                stored(),
                calls(LocalDate.now(clock)));
    }

    /** @throws QuotaRefused when the tenant may not have so many more active members; whoever stands for an enterprise is none */
    public void refuseUsersBeyond(int more) {
        var most = quota().users();
        if (most != null
                && most
                        < more
                                + count(
                                        "select count(*) from (select from access.membership where kind = 'STAFF' and state = 'ACTIVE' limit ?) m",
                                        most + 1L)) {
            throw new QuotaRefused("tenancy.refusal.quota.users", most);
        }
    }

    /** @throws QuotaRefused when the tenant may not have so many more records; 0 asks whether it has too many */
    public void refuseRecordsBeyond(long more) {
        var most = quota().records();
        if (most != null && most < more + records()) {
            throw new QuotaRefused("tenancy.refusal.quota.records", most);
        }
    }

    /** @throws QuotaRefused when the tenant may not store so many more bytes */
    public void refuseStorageBeyond(long more) {
        var most = quota().storageBytes();
        if (most != null && most < more + stored()) {
            throw new QuotaRefused("tenancy.refusal.quota.storage", most >> 20);
        }
    }

    /** Adds calls that were counted elsewhere; how many there are today. */
    public long addCalls(LocalDate day, long more) {
        var now =
                jdbc.queryForObject(
                        """
                        insert into tenancy.calls as c (tenant_id, day, calls) values (?, ?, ?)
                        on conflict (tenant_id, day) do update set calls = c.calls + excluded.calls returning calls\
                        """,
                        Long.class,
                        CurrentTenant.get().value(),
                        day,
                        more);
        return now == null ? 0 : now;
    }

    /** Sums up what came and went, and forgets the calls of days long past: once an hour. */
    public void tidy() {
        jdbc.update(
                """
                with gone as (delete from tenancy.record_change
                              where (select count(*) from (select from tenancy.record_change limit 50) l) = 50
                              returning word, n)
                insert into tenancy.record_change (tenant_id, word, n)
                    select ?, word, sum(n) from gone group by word having sum(n) <> 0\
                """,
                CurrentTenant.get().value());
        jdbc.update("delete from tenancy.calls where day < ?", LocalDate.now(clock).minusDays(400));
    }

    private long records() {
        return count("select coalesce(sum(n), 0)::bigint from tenancy.record_change");
    }

    private long stored() {
        return storages.stream().mapToLong(StorageUse::bytes).sum();
    }

    private long calls(LocalDate day) {
        return count(
                "select coalesce(sum(calls), 0)::bigint from tenancy.calls where day = ?", day);
    }

    private long count(String sql, Object... arguments) {
        var count = jdbc.queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    private static Quota row(ResultSet row, int number) throws SQLException {
        var users = number(row, "users");
        return new Quota(
                users == null ? null : Math.toIntExact(users),
                number(row, "records"),
                number(row, "storage_bytes"),
                number(row, "calls_a_day"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
