package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is due by the running contract of a plot, and what was paid. */
@Service
@Transactional
public class SupplyPayments {
    private static final int MOST = 200;

    private final Plots plots;
    private final SupplyBook book;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    SupplyPayments(
            Plots plots,
            SupplyBook book,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.plots = plots;
        this.book = book;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract runs
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public PaymentPlan of(PlotId id) {
        plots.get(id);
        var contract = book.needed(id);
        var receipts = receipts(contract.id());
        var today = LocalDate.now(clock);
        var instalments =
                jdbc.query(
                        """
                        select id, version, title, due_on, amount_yuan from plots.payment
                        where contract_id = ? and removed_at is null order by due_on, id limit %d\
                        """
                                .formatted(MOST),
                        (row, number) ->
                                instalment(
                                        row.getObject(1, UUID.class),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getObject(4, LocalDate.class),
                                        row.getBigDecimal(5),
                                        receipts.getOrDefault(
                                                row.getObject(1, UUID.class), List.of()),
                                        today),
                        contract.id());
        var planned = BigDecimal.ZERO;
        var paid = BigDecimal.ZERO;
        var overdue = BigDecimal.ZERO;
        for (var one : instalments) {
            planned = planned.add(one.amountYuan());
            paid = paid.add(one.paidYuan());
            overdue = one.overdueDays() > 0 ? overdue.add(one.openYuan()) : overdue;
        }
        return new PaymentPlan(contract.note().priceYuan(), planned, paid, overdue, instalments);
    }

    /**
     * Plans an instalment.
     *
     * @throws UnknownPlot when there is none
     * @throws SupplyRefused when no contract runs
     * @throws PlotFieldsRefused when a field is not as it must be
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public UUID plan(PlotId id, PaymentNote wanted) {
        plots.hold(id);
        var contract = book.needed(id);
        var note = checked(wanted);
        if (count(contract.id()) >= MOST) {
            throw new PlotFieldsRefused("payments", "plots.rule.tooMany", MOST);
        }
        var payment = UuidV7.next();
        jdbc.update(
                """
                insert into plots.payment (tenant_id, id, contract_id, title, due_on, amount_yuan)
                values (?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                payment,
                contract.id(),
                note.title(),
                note.dueOn(),
                note.amountYuan());
        record(id, "paymentPlanned", null, text(note));
        return payment;
    }

    /**
     * @param basedOn the version that the person saw
     * @throws UnknownPlot when there is none
     * @throws UnknownSupplyPart when it is no instalment of the running contract
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void revise(PlotId id, UUID payment, long basedOn, PaymentNote wanted) {
        plots.hold(id);
        var before = get(id, payment);
        var note = checked(wanted);
        changed(
                jdbc.update(
                        """
                        update plots.payment set title = ?, due_on = ?, amount_yuan = ?, version = version + 1
                        where id = ? and version = ?\
                        """,
                        note.title(),
                        note.dueOn(),
                        note.amountYuan(),
                        payment,
                        basedOn),
                payment);
        record(id, "paymentRevised", text(before), text(note));
    }

    /**
     * Takes an instalment out of the plan that was entered wrongly; it stays in the history.
     *
     * @throws UnknownPlot when there is none
     * @throws UnknownSupplyPart when it is no instalment of the running contract
     * @throws SupplyRefused when something was paid of it
     * @throws SupplyChangedMeanwhile when somebody else was quicker
     */
    @PreAuthorize("hasRole('" + PlotPermissions.SUPPLY + "')")
    public void remove(PlotId id, UUID payment, long basedOn) {
        plots.hold(id);
        var before = get(id, payment);
        if (paid(payment).signum() != 0) {
            throw SupplyRefused.paid();
        }
        changed(
                jdbc.update(
                        "update plots.payment set removed_at = ?, version = version + 1 where id = ? and version = ?",
                        Timestamp.from(clock.instant()),
                        payment,
                        basedOn),
                payment);
        record(id, "paymentRemoved", text(before), null);
    }

    /**
     * Something was paid. What was entered wrongly is taken back by an amount below 0, at most what was paid. The same
     * reference again for the instalment, with the same amount and day, is the same receipt and entered once.
     *
     * @param paidOn not ahead
     * @param reference of the voucher; null where there is none
     * @throws UnknownPlot when there is none
     * @throws UnknownSupplyPart when it is no instalment of the running contract
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws SupplyRefused when the reference stands for another receipt of the instalment
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public UUID receive(
            PlotId id,
            UUID payment,
            LocalDate paidOn,
            BigDecimal amountYuan,
            @Nullable String reference,
            @Nullable String note) {
        plots.hold(id);
        get(id, payment);
        var faults = new Faults();
        faults.past("paidOn", paidOn, LocalDate.now(clock));
        var amount = faults.scaled("amountYuan", amountYuan, 2);
        var voucher = faults.text("reference", reference, 100);
        if (voucher != null && amount.signum() > 0) {
            var known = known(payment, voucher, paidOn, amount);
            if (known != null) {
                return known;
            }
        }
        if (amount.signum() == 0 || amount.add(paid(payment)).signum() < 0) {
            faults.add("amountYuan", "takenBack");
        } else if (amount.compareTo(Faults.MOST_MONEY) > 0) {
            faults.add("amountYuan", "tooMuch", Faults.MOST_MONEY.toPlainString());
        }
        var tidy = faults.text("note", note, 500);
        faults.refuse();
        var receipt = UuidV7.next();
        jdbc.update(
                """
                insert into plots.receipt
                    (tenant_id, id, payment_id, paid_on, amount_yuan, reference, note, at, actor, actor_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                receipt,
                payment,
                paidOn,
                amount,
                voucher,
                tidy,
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
        record(
                id,
                "paid",
                null,
                paidOn + " " + amount.toPlainString() + (voucher == null ? "" : " " + voucher));
        return receipt;
    }

    /** The one that is booked by this voucher, unless all of it was taken back. */
    private @Nullable UUID known(
            UUID payment, String reference, LocalDate paidOn, BigDecimal amount) {
        return jdbc
                .query(
                        """
                        select id, amount_yuan, paid_on from plots.receipt
                        where payment_id = ? and reference = ? and amount_yuan > 0
                          and (select sum(amount_yuan) from plots.receipt where payment_id = ? and reference = ?) > 0
                        order by at desc, id desc limit 1\
                        """,
                        (row, number) -> {
                            if (row.getBigDecimal(2).compareTo(amount) != 0
                                    || !row.getObject(3, LocalDate.class).equals(paidOn)) {
                                throw SupplyRefused.reference(reference);
                            }
                            return row.getObject(1, UUID.class);
                        },
                        payment,
                        reference,
                        payment,
                        reference)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, List<PaymentPlan.Receipt>> receipts(UUID contract) {
        var all = new LinkedHashMap<UUID, List<PaymentPlan.Receipt>>();
        jdbc.query(
                """
                select r.payment_id, r.id, r.paid_on, r.amount_yuan, r.reference, r.note, r.at, r.actor_name
                from plots.payment p join plots.receipt r on r.tenant_id = p.tenant_id and r.payment_id = p.id
                where p.contract_id = ? and p.removed_at is null order by r.paid_on, r.id limit 5000\
                """,
                row -> {
                    all.computeIfAbsent(row.getObject(1, UUID.class), p -> new ArrayList<>())
                            .add(
                                    new PaymentPlan.Receipt(
                                            row.getObject(2, UUID.class),
                                            row.getObject(3, LocalDate.class),
                                            row.getBigDecimal(4),
                                            row.getString(5),
                                            row.getString(6),
                                            row.getTimestamp(7).toInstant(),
                                            row.getString(8)));
                },
                contract);
        return all;
    }

    private static PaymentPlan.Instalment instalment(
            UUID id,
            long version,
            String title,
            LocalDate dueOn,
            BigDecimal amount,
            List<PaymentPlan.Receipt> receipts,
            LocalDate today) {
        var paid =
                receipts.stream()
                        .map(PaymentPlan.Receipt::amountYuan)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var open = amount.subtract(paid).max(BigDecimal.ZERO);
        return new PaymentPlan.Instalment(
                id,
                version,
                title,
                dueOn,
                amount,
                paid,
                open,
                open.signum() == 0 ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, today)),
                receipts);
    }

    private PaymentNote get(PlotId plot, UUID payment) {
        return jdbc
                .query(
                        """
                        select p.title, p.due_on, p.amount_yuan
                        from plots.payment p join plots.supply_contract c on c.tenant_id = p.tenant_id and c.id = p.contract_id
                        where p.id = ? and p.removed_at is null and c.plot_id = ? and c.ended_on is null\
                        """,
                        (row, number) ->
                                new PaymentNote(
                                        row.getString(1),
                                        row.getObject(2, LocalDate.class),
                                        row.getBigDecimal(3)),
                        payment,
                        plot.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownSupplyPart::new);
    }

    private BigDecimal paid(UUID payment) {
        var sum =
                jdbc.queryForObject(
                        "select coalesce(sum(amount_yuan), 0) from plots.receipt where payment_id = ?",
                        BigDecimal.class,
                        payment);
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private int count(UUID contract) {
        var count =
                jdbc.queryForObject(
                        "select count(*) from plots.payment where contract_id = ? and removed_at is null",
                        Integer.class,
                        contract);
        return count == null ? 0 : count;
    }

    private static PaymentNote checked(PaymentNote n) {
        var faults = new Faults();
        var title = faults.needed("title", n.title(), 100);
        faults.day("dueOn", n.dueOn());
        var amount = faults.amount("amountYuan", n.amountYuan(), Faults.MOST_MONEY, 2);
        if (amount == null || amount.signum() == 0) {
            faults.add("amountYuan", "nothing");
            amount = BigDecimal.ZERO;
        }
        faults.refuse();
        return new PaymentNote(title, n.dueOn(), amount);
    }

    private void changed(int rows, UUID payment) {
        if (rows == 0) {
            throw new SupplyChangedMeanwhile(book.version("payment", payment));
        }
    }

    private void record(PlotId plot, String act, @Nullable String before, @Nullable String after) {
        history.record(
                Plot.SUBJECT,
                plot.value(),
                act,
                List.of(new FieldChange("payment", before, after)));
    }

    private static String text(PaymentNote n) {
        return "%s %s %s".formatted(n.title(), n.dueOn(), n.amountYuan().toPlainString());
    }
}
