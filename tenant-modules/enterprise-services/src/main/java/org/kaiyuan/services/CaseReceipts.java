package org.kaiyuan.services;

import java.security.SecureRandom;
import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Numbers and codes of receipts: {@code DEYANG-20260105-000017}, counted by zone and day without gaps. */
@Component
class CaseReceipts {
    /** Without what is mistaken for another when it is read aloud or copied by hand. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    private final TenantDirectory tenants;
    private final JdbcTemplate jdbc;
    private final SecureRandom random = new SecureRandom();

    CaseReceipts(TenantDirectory tenants, JdbcTemplate jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    String code() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** Until {@link #number} gives it its own. */
    static String none(CaseId id) {
        return id.toString();
    }

    /** What comes before the number of that day; to be asked for before anything is locked. */
    String beginning(LocalDate day) {
        return tenants.find(CurrentTenant.get()).orElseThrow().code().toUpperCase(Locale.ROOT)
                + "-"
                + day.format(DateTimeFormatter.BASIC_ISO_DATE)
                + "-";
    }

    /**
     * Gives the case, and the parts of a bundle, the next number. All that hand in on that day wait for each other from here to
     * the end of the transaction, so this is the last thing that it does.
     */
    String number(CaseId id, LocalDate day, String beginning) {
        return jdbc
                .query(
                        """
                        with next as (
                            insert into services.receipt_count as n (tenant_id, day, last) values (?, ?, 1)
                            on conflict (tenant_id, day) do update set last = n.last + 1 returning last)
                        update services.case_file c
                        set receipt = ? || lpad(next.last::text, greatest(6, length(next.last::text)), '0')
                            || case when c.part_number is null then '' else '-' || c.part_number end
                        from next where c.id = ? or c.part_of = ? returning c.receipt, c.part_of\
                        """,
                        (row, n) -> row.getString(2) == null ? row.getString(1) : "",
                        CurrentTenant.get().value(),
                        Date.valueOf(day),
                        beginning,
                        id.value(),
                        id.value())
                .stream()
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Of what was made of a draft, or of the counter's page. */
    Optional<Receipt> madeOf(UUID made) {
        return read("made_of = ? and part_of is null", made);
    }

    /** @throws UnknownCase when there is none */
    Receipt of(CaseId id) {
        return read("id = ?", id.value()).orElseThrow(UnknownCase::new);
    }

    private Optional<Receipt> read(String which, UUID id) {
        return jdbc
                .query(
                        "select id, receipt, pickup_code, submitted_at from services.case_file where "
                                + which,
                        (row, n) ->
                                new Receipt(
                                        new CaseId(row.getObject(1, UUID.class)),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getTimestamp(4).toInstant()),
                        id)
                .stream()
                .findFirst();
    }
}
