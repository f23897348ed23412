package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a picture of the yearly figures of those who hold land, so that lists of plots ask one schema and no
 * enterprise one by one. What it shows is as old as an hour at most.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HolderFigures {
    static final int PAGE = 200;

    private final EnterpriseDirectory enterprises;
    private final HolderLinks links;
    private final JdbcTemplate jdbc;

    HolderFigures(EnterpriseDirectory enterprises, HolderLinks links, JdbcTemplate jdbc) {
        this.enterprises = enterprises;
        this.links = links;
        this.jdbc = jdbc;
    }

    private record Holder(UUID id, @Nullable Instant seen) {}

    /** Looks at a holder again; nothing happens to who holds no land. May be told twice. */
    public void refresh(EnterpriseId id) {
        if (jdbc.queryForList(
                        "select 1 from plots.supply_contract where holder_id = ? and ended_on is null limit 1",
                        id.value())
                .isEmpty()) {
            return;
        }
        enterprises.rows(List.of(id)).forEach(row -> read(row.id(), row.updatedAt()));
    }

    /** Two enterprises turned out to be one: what the one held or leased the other does. */
    public void merged(EnterpriseId survivor, EnterpriseId merged) {
        links.follow(merged, survivor);
        forget(merged);
        refresh(survivor);
    }

    /** An enterprise is in the directory no more: its name stays, its figures do not. */
    public void removed(EnterpriseId id) {
        links.follow(id, null);
        forget(id);
    }

    /** Looks at a page of holders and reads those that have changed; where the next page begins. */
    @Nullable UUID refreshPage(@Nullable UUID after) {
        var holders =
                jdbc.query(
                        """
                        select h.id, s.changed_at from (
                            select distinct c.tenant_id, c.holder_id as id from plots.supply_contract c
                            where c.ended_on is null and c.holder_id > ? order by c.holder_id limit %d) h
                        left join plots.holder_seen s on s.tenant_id = h.tenant_id and s.enterprise_id = h.id
                        order by h.id\
                        """
                                .formatted(PAGE),
                        (row, number) ->
                                new Holder(
                                        row.getObject(1, UUID.class),
                                        row.getTimestamp(2) == null
                                                ? null
                                                : row.getTimestamp(2).toInstant()),
                        after == null ? new UUID(0, 0) : after);
        var seen =
                holders.stream()
                        .filter(one -> one.seen() != null)
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Holder::id, one -> Objects.requireNonNull(one.seen())));
        for (var row :
                enterprises.rows(
                        holders.stream().map(one -> new EnterpriseId(one.id())).toList())) {
            // the directory has no look-up of many figures: only those that changed are read, each
            // once
            if (!row.updatedAt().equals(seen.get(row.id().value()))) {
                read(row.id(), row.updatedAt());
            }
        }
        return holders.size() < PAGE ? null : holders.getLast().id();
    }

    private void read(EnterpriseId id, Instant changed) {
        long zone = CurrentTenant.get().value();
        var figures = enterprises.details(id).profile().figures();
        jdbc.update(
                """
                insert into plots.holder_seen (tenant_id, enterprise_id, changed_at) values (?, ?, ?)
                on conflict (tenant_id, enterprise_id) do update set changed_at = excluded.changed_at\
                """,
                zone,
                id.value(),
                Timestamp.from(changed));
        jdbc.update("delete from plots.holder_figure where enterprise_id = ?", id.value());
        jdbc.batchUpdate(
                """
                insert into plots.holder_figure
                    (tenant_id, enterprise_id, year, revenue_yuan, tax_yuan, investment_yuan, energy_tce, employees)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(java.sql.PreparedStatement line, int i)
                            throws java.sql.SQLException {
                        var one = figures.get(i);
                        line.setLong(1, zone);
                        line.setObject(2, id.value());
                        line.setInt(3, one.year());
                        line.setBigDecimal(4, one.revenueYuan());
                        line.setBigDecimal(5, one.taxYuan());
                        line.setBigDecimal(6, one.fixedAssetInvestmentYuan());
                        line.setBigDecimal(7, one.energyTce());
                        line.setObject(8, one.employees(), java.sql.Types.INTEGER);
                    }

                    @Override
                    public int getBatchSize() {
                        return figures.size();
                    }
                });
    }

    private void forget(EnterpriseId id) {
        jdbc.update("delete from plots.holder_figure where enterprise_id = ?", id.value());
        jdbc.update("delete from plots.holder_seen where enterprise_id = ?", id.value());
    }
}
