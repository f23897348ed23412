package org.kaiyuan.services;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.domain.CaseClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Progress without an account: how far a case is, for who has its receipt and code.
 *
 * <p>Every try is counted before the code is looked at, in a transaction of its own: what is refused stays counted, and who tries
 * many at once is counted one after the other. A receipt that does not exist is counted, too, so that nothing tells it apart.
 */
@Service
@PreAuthorize(
        "hasAnyRole('SYSTEM', '"
                + PortalPermissions.ENTER
                + "', '"
                + ServicesPermissions.READ
                + "')")
public class OpenProgress {
    /** Tries of a receipt in an hour; then even the right code does not help until the next one. */
    static final int MOST_TRIES = 10;

    private static final Pattern RECEIPT =
            Pattern.compile("[A-Z0-9_-]{1,40}-\\d{8}-\\d{6,9}(-\\d{1,2})?");
    private static final int LONGEST = 60;

    /** As long as a code, and none: it is compared where there is no case. */
    private static final String NOBODYS = "????????";

    private final CaseReader reader;
    private final WorkingDays workingDays;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OpenProgress(
            CaseReader reader,
            WorkingDays workingDays,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reader = reader;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Known(CaseId id, String code) {}

    /**
     * To be called without a transaction.
     *
     * @throws UnknownReceipt when there is none, the code is another, or there were too many tries: one answer, in equal time
     */
    public Progress of(String receipt, String code) {
        var number = receipt.strip().toUpperCase(Locale.ROOT);
        if (number.length() > LONGEST || !RECEIPT.matcher(number).matches()) {
            throw new UnknownReceipt();
        }
        var hour = Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS));
        int tries = Objects.requireNonNull(transaction.execute(t -> counted(number, hour)));
        return Optional.ofNullable(
                        transaction.execute(t -> shown(number, code, tries, hour).orElse(null)))
                .orElseThrow(UnknownReceipt::new);
    }

    private Optional<Progress> shown(String number, String code, int tries, Timestamp hour) {
        var known =
                jdbc
                        .query(
                                "select id, pickup_code from services.case_file where receipt = ?",
                                (row, n) ->
                                        new Known(
                                                new CaseId(row.getObject(1, UUID.class)),
                                                row.getString(2)),
                                number)
                        .stream()
                        .findFirst();
        boolean same =
                MessageDigest.isEqual(
                        bytes(known.map(Known::code).orElse(NOBODYS)),
                        bytes(code.strip().toUpperCase(Locale.ROOT)));
        if (!(same & known.isPresent() & tries <= MOST_TRIES)) {
            return Optional.empty();
        }
        jdbc.update(
                "update services.progress_try set tries = tries - 1 where receipt = ? and hour = ?",
                number,
                hour);
        return known.map(one -> progress(reader.read(one.id())));
    }

    private int counted(String number, Timestamp hour) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        insert into services.progress_try as t (tenant_id, receipt, hour, tries) values (?, ?, ?, 1)
                        on conflict (tenant_id, receipt, hour) do update set tries = least(t.tries + 1, 1000)
                        returning tries\
                        """,
                        Integer.class,
                        CurrentTenant.get().value(),
                        number,
                        hour));
    }

    /** Without names, and without what anybody said. */
    private Progress progress(Held held) {
        var due = held.dueOn();
        boolean running =
                held.decidedOn() == null
                        && (held.state() == CaseState.SUBMITTED
                                || held.state() == CaseState.ACCEPTED);
        List<CaseEvent> events =
                reader.events(held.id()).stream()
                        .filter(CaseEvent::open)
                        .map(OpenProgress::bare)
                        .toList();
        return new Progress(
                held.receipt(),
                held.title(),
                held.state(),
                held.step(),
                held.submittedAt(),
                due,
                due == null || !running
                        ? null
                        : CaseClock.known(() -> workingDays.between(LocalDate.now(clock), due)),
                held.stopped(),
                narrowed(held) ? null : held.outcome(),
                events);
    }

    private static CaseEvent bare(CaseEvent event) {
        return new CaseEvent(
                event.number(), event.act(), event.step(), event.on(), event.at(), "", null, true);
    }

    /** Whoever hands in has the code: where a colleague may not read results, it does not tell them. */
    private boolean narrowed(Held held) {
        var enterprise = held.enterprise();
        return enterprise != null
                && !jdbc.queryForList(
                                "select 1 from services.colleague_right where enterprise_id = ? and (not 'RESULTS' = any (rights) or until < ?)",
                                enterprise.value(),
                                LocalDate.now(clock))
                        .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
