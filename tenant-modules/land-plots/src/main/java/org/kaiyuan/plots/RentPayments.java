package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.records.CursorRefused;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.LeaseRules;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was paid of leases, and what should have been. A payment is never changed and never removed. */
@Service
@Transactional
public class RentPayments {
    private static final int MOST = 500;
    private static final Pattern CURSOR =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9a-f-]{36})_(\\d{4}-\\d{2}-\\d{2})");

    private final JdbcTemplate jdbc;
    private final LeaseStore store;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    RentPayments(
            JdbcTemplate jdbc,
            LeaseStore store,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Records a payment; it pays the earliest open instalments. The same reference again, with the same amount and day,
     * is the same payment and recorded once.
     *
     * @return its id
     * @throws UnknownLease when there is none
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws LeaseRefused when the reference stands for another payment, or more would be paid back than was paid
     */
    @PreAuthorize("hasRole('" + PlotPermissions.LEASES + "')")
    public UUID record(LeaseId id, RentPayment note) {
        var payment = LeaseRules.checked(note, LocalDate.now(clock));
        store.hold(id);
        var known = known(id, payment);
        if (known != null) {
            return known;
        }
        var paid =
                jdbc.queryForObject(
                        "select coalesce(sum(amount_yuan), 0) from plots.rent_payment where lease_id = ?",
                        BigDecimal.class,
                        id.value());
        if (paid != null && paid.add(payment.amountYuan()).signum() < 0) {
            throw LeaseRefused.paidBack(paid);
        }
        var made = UuidV7.next();
        jdbc.update(
                """
                insert into plots.rent_payment
                    (tenant_id, id, lease_id, reference, amount_yuan, paid_on, note, made_at, made_by, made_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                made,
                id.value(),
                payment.reference(),
                payment.amountYuan(),
                payment.paidOn(),
                payment.note(),
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName());
        store.spread(id);
        history.record(
                LeaseStore.LEASE,
                id.value(),
                "paid",
                List.of(
                        new FieldChange("amountYuan", null, payment.amountYuan().toPlainString()),
                        new FieldChange("reference", null, payment.reference())));
        return made;
    }

    /**
     * What was paid of a lease, the newest first; at most 500.
     *
     * @throws UnknownLease when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.FLOORS_READ + "')")
    public List<RentPaymentLine> of(LeaseId id) {
        store.get(id);
        return jdbc.query(
                "select * from plots.rent_payment where lease_id = ? order by id desc limit 500",
                (row, number) ->
                        new RentPaymentLine(
                                row.getObject("id", UUID.class),
                                row.getString("reference"),
                                row.getBigDecimal("amount_yuan"),
                                row.getObject("paid_on", LocalDate.class),
                                row.getString("note"),
                                row.getTimestamp("made_at").toInstant(),
                                row.getString("made_name")),
                id.value());
    }

    /**
     * A page of the instalments that should have been paid before today, the longest overdue first; one statement.
     *
     * @param after {@link OverdueRentPage#next()} of the page before, null for the first
     * @param limit at most 500
     * @throws CursorRefused when {@code after} is of no such list
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.FLOORS_READ + "')")
    public OverdueRentPage overdue(@Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var today = LocalDate.now(clock);
        var arguments = new ArrayList<Object>(List.of(today));
        var from = "";
        if (after != null && !after.isEmpty()) {
            from = " and (i.due_on, i.lease_id, i.from_day) > (?, ?, ?)";
            arguments.addAll(place(after));
        }
        arguments.add(most + 1);
        var rows =
                jdbc.query(
                        """
                        select i.*, l.number, l.tenant_name from plots.rent_instalment i
                        join plots.lease l on l.tenant_id = i.tenant_id and l.id = i.lease_id
                        where i.paid_yuan < i.amount_yuan and i.due_on < ? %s
                        order by i.due_on, i.lease_id, i.from_day limit ?\
                        """
                                .formatted(from),
                        (row, number) -> overdue(row, today),
                        arguments.toArray());
        if (rows.size() <= most) {
            return new OverdueRentPage(rows, null);
        }
        var last = rows.get(most - 1);
        return new OverdueRentPage(
                List.copyOf(rows.subList(0, most)),
                last.dueOn() + "_" + last.lease() + "_" + last.fromDay());
    }

    private @Nullable UUID known(LeaseId id, RentPayment payment) {
        return jdbc
                .query(
                        "select id, amount_yuan, paid_on from plots.rent_payment where lease_id = ? and reference = ?",
                        (row, number) -> {
                            if (row.getBigDecimal(2).compareTo(payment.amountYuan()) != 0
                                    || !row.getObject(3, LocalDate.class)
                                            .equals(payment.paidOn())) {
                                throw LeaseRefused.reference(payment.reference());
                            }
                            return row.getObject(1, UUID.class);
                        },
                        id.value(),
                        payment.reference())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static List<Object> place(String cursor) {
        var parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw new CursorRefused();
        }
        try {
            return List.of(
                    LocalDate.parse(parts.group(1)),
                    UUID.fromString(parts.group(2)),
                    LocalDate.parse(parts.group(3)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new CursorRefused();
        }
    }

    private static OverdueRent overdue(ResultSet row, LocalDate today) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var amount = row.getBigDecimal("amount_yuan");
        return new OverdueRent(
                new LeaseId(row.getObject("lease_id", UUID.class)),
                row.getString("number"),
                row.getString("tenant_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                due,
                amount,
                amount.subtract(row.getBigDecimal("paid_yuan")),
                Math.toIntExact(ChronoUnit.DAYS.between(due, today)));
    }
}
