package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Targets per person and quarter. */
@Service
@Transactional
public class LeadTargets {
    static final String SUBJECT = "leads.target";
    private static final BigDecimal MOST = new BigDecimal("9999999999999.99");
    private static final int MANY = 100_000;

    private final JdbcTemplate jdbc;
    private final LeadSight sight;
    private final ZonePeople people;
    private final ChangeHistory history;

    LeadTargets(JdbcTemplate jdbc, LeadSight sight, ZonePeople people, ChangeHistory history) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.people = people;
        this.history = history;
    }

    /**
     * Everybody who has a target or brought something, in the order of names; one statement.
     *
     * @param year 2000 to 2100; what is beyond has no targets
     * @param quarter 1 to 4
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.FIGURES + "')")
    public List<TargetLine> list(int year, int quarter) {
        var first =
                LocalDate.of(Math.clamp(year, 2000, 2100), Math.clamp(quarter, 1, 4) * 3 - 2, 1);
        var last = first.plusMonths(3).minusDays(1);
        var seen = sight.seen();
        var arguments = new ArrayList<Object>();
        arguments.addAll(List.of(first, last, first, last, first, last, first, last));
        arguments.addAll(seen.arguments());
        arguments.addAll(List.of(first, last));
        arguments.addAll(seen.arguments());
        arguments.addAll(List.of(first.getYear(), (first.getMonthValue() + 2) / 3));
        return jdbc.query(
                """
                with brought as (
                    select l.owner, max(l.owner_name) as name,
                           count(*) filter (where l.registered_on between ? and ?) as fresh,
                           coalesce(sum(greatest(l.investment_yuan, 0))
                               filter (where l.registered_on between ? and ?), 0) as fresh_yuan,
                           count(*) filter (where l.furthest >= 4 and l.signed_on between ? and ?) as signed,
                           coalesce(sum(greatest(l.investment_yuan, 0))
                               filter (where l.furthest >= 4 and l.signed_on between ? and ?), 0) as signed_yuan
                    from leads.lead l where l.owner is not null and l.merged_into is null%s
                    group by l.owner),
                paid as (
                    select l.owner, sum(f.amount) as yuan
                    from leads.fund f join leads.lead l on l.tenant_id = f.tenant_id and l.id = f.lead_id
                    where f.currency = 'CNY' and f.month between ? and ? and l.owner is not null
                        and l.merged_into is null%s
                    group by l.owner)
                select coalesce(t.username, b.owner), coalesce(b.name, t.name, b.owner, t.username),
                       t.username is not null, t.new_leads, t.signed, t.signed_yuan, t.paid_in_yuan,
                       coalesce(b.fresh, 0), coalesce(b.fresh_yuan, 0), coalesce(b.signed, 0),
                       coalesce(b.signed_yuan, 0), coalesce(p.yuan, 0)
                from brought b left join paid p on p.owner = b.owner
                full join (select * from leads.target where year = ? and quarter = ?) t on t.username = b.owner
                where t.username is not null or b.fresh > 0 or b.signed > 0 or p.yuan > 0
                order by 2, 1\
                """
                        .formatted(seen.sql(), seen.sql()),
                (row, number) -> {
                    var username = row.getString(1);
                    var own = LeadFilter.ALL.but().owner(username).filter();
                    return new TargetLine(
                            username,
                            row.getString(2),
                            row.getBoolean(3)
                                    ? new LeadTarget(
                                            username,
                                            first.getYear(),
                                            (first.getMonthValue() + 2) / 3,
                                            row.getInt(4),
                                            row.getInt(5),
                                            row.getBigDecimal(6),
                                            row.getBigDecimal(7))
                                    : null,
                            new FigureCount(
                                    row.getLong(8),
                                    row.getLong(9),
                                    LeadFigures.behind(
                                            own.but()
                                                    .registeredFrom(first)
                                                    .registeredTo(last)
                                                    .filter())),
                            new FigureCount(
                                    row.getLong(10),
                                    row.getLong(11),
                                    LeadFigures.behind(LeadFigures.signed(own, first, last))),
                            row.getBigDecimal(12));
                },
                arguments.toArray());
    }

    /**
     * Sets what somebody is to bring, in the place of what was set before; all zero takes it back.
     *
     * @throws LeadFieldsRefused when a figure is out of bounds
     * @throws UnknownColleague when there is nobody of this name in the zone
     */
    @PreAuthorize("hasRole('" + LeadPermissions.CONFIGURE + "')")
    public void set(LeadTarget target) {
        check(target);
        var colleague =
                people.of(List.of(target.username())).stream()
                        .findFirst()
                        .orElseThrow(() -> new UnknownColleague(target.username()));
        boolean nothing =
                target.newLeads() == 0
                        && target.signed() == 0
                        && target.signedYuan().signum() == 0
                        && target.paidInYuan().signum() == 0;
        var before =
                jdbc
                        .query(
                                """
                                select new_leads, signed, signed_yuan, paid_in_yuan from leads.target
                                where year = ? and quarter = ? and username = ?\
                                """,
                                (row, number) ->
                                        text(
                                                row.getInt(1),
                                                row.getInt(2),
                                                row.getBigDecimal(3),
                                                row.getBigDecimal(4)),
                                target.year(),
                                target.quarter(),
                                target.username())
                        .stream()
                        .findFirst()
                        .orElse(null);
        if (nothing) {
            jdbc.update(
                    "delete from leads.target where year = ? and quarter = ? and username = ?",
                    target.year(),
                    target.quarter(),
                    target.username());
        } else {
            jdbc.update(
                    """
                    insert into leads.target (tenant_id, username, name, year, quarter, new_leads, signed, signed_yuan,
                        paid_in_yuan) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (tenant_id, year, quarter, username) do update set name = excluded.name,
                        new_leads = excluded.new_leads, signed = excluded.signed, signed_yuan = excluded.signed_yuan,
                        paid_in_yuan = excluded.paid_in_yuan\
                    """,
                    CurrentTenant.get().value(),
                    target.username(),
                    colleague.displayName(),
                    target.year(),
                    target.quarter(),
                    target.newLeads(),
                    target.signed(),
                    target.signedYuan(),
                    target.paidInYuan());
        }
        history.record(
                SUBJECT,
                new UUID(0, CurrentTenant.get().value()),
                "targetSet",
                List.of(
                        new FieldChange(
                                "target." + target.username(),
                                before,
                                nothing
                                        ? null
                                        : text(
                                                target.newLeads(),
                                                target.signed(),
                                                target.signedYuan(),
                                                target.paidInYuan()))));
    }

    private static void check(LeadTarget target) {
        var faults = new ArrayList<FieldFault>();
        if (target.year() < 2000 || target.year() > 2100) {
            faults.add(new FieldFault("year", "leads.rule.between", List.of("2000", "2100")));
        }
        if (target.quarter() < 1 || target.quarter() > 4) {
            faults.add(new FieldFault("quarter", "leads.rule.between", List.of(1, 4)));
        }
        count(faults, "newLeads", target.newLeads());
        count(faults, "signed", target.signed());
        money(faults, "signedYuan", target.signedYuan());
        money(faults, "paidInYuan", target.paidInYuan());
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
    }

    private static void count(List<FieldFault> faults, String field, int value) {
        if (value < 0 || value > MANY) {
            faults.add(new FieldFault(field, "leads.rule.between", List.of(0, MANY)));
        }
    }

    private static void money(List<FieldFault> faults, String field, BigDecimal value) {
        if (value.signum() < 0) {
            faults.add(new FieldFault(field, "leads.rule.negative", List.of()));
        } else if (value.compareTo(MOST) > 0) {
            faults.add(new FieldFault(field, "leads.rule.tooMuch", List.of()));
        }
    }

    private static String text(int newLeads, int signed, BigDecimal signedYuan, BigDecimal paidIn) {
        return newLeads
                + " / "
                + signed
                + " / "
                + signedYuan.stripTrailingZeros().toPlainString()
                + " / "
                + paidIn.stripTrailingZeros().toPlainString();
    }
}
