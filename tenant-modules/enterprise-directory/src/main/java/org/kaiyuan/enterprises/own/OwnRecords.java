package org.kaiyuan.enterprises.own;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading enterprises of the current zone for those who stand for them. */
@Service
@Transactional(readOnly = true)
public class OwnRecords {
    private final JdbcTemplate jdbc;
    private final Enterprises enterprises;
    private final ChangeHistory history;

    OwnRecords(JdbcTemplate jdbc, Enterprises enterprises, ChangeHistory history) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.history = history;
    }

    /** An enterprise and how it is called. */
    public record Named(EnterpriseId id, String name, @Nullable String creditCode) {}

    public Optional<Named> byCreditCode(String creditCode) {
        return Optional.ofNullable(byCreditCodes(List.of(creditCode)).get(creditCode));
    }

    /** By credit code, in one statement; codes that the directory does not have are left out. */
    public Map<String, Named> byCreditCodes(Collection<String> creditCodes) {
        return jdbc
                .query(
                        """
                        select id, name, credit_code from enterprises.enterprise
                        where credit_code = any (?) and merged_into is null\
                        """,
                        (row, number) ->
                                new Named(
                                        new EnterpriseId(row.getObject(1, UUID.class)),
                                        row.getString(2),
                                        row.getString(3)),
                        (Object) creditCodes.toArray(String[]::new))
                .stream()
                .collect(
                        Collectors.toMap(
                                named -> String.valueOf(named.creditCode()), named -> named));
    }

    /** Of one that was merged away, its survivor. */
    public Optional<Named> find(EnterpriseId id) {
        return present(id).map(e -> new Named(e.id(), e.name(), e.profile().creditCode()));
    }

    /**
     * What the enterprise may read of its record: contacts masked, and without the park's own tags.
     *
     * @throws UnknownEnterprise when there is none, or it is another zone's
     */
    public EnterpriseProfile profile(EnterpriseId id) {
        var p = present(id).orElseThrow(() -> new UnknownEnterprise(id)).profile();
        return p.withContacts(p.contacts().stream().map(ContactLine::masked).toList())
                .withoutTags();
    }

    /**
     * The contacts whole; that they were seen is recorded, as of everybody else.
     *
     * @param purpose why, for the history
     * @throws UnknownEnterprise when there is none, or it is another zone's
     */
    @Transactional
    public List<ContactLine> contactsWhole(EnterpriseId id, String purpose) {
        var enterprise = present(id).orElseThrow(() -> new UnknownEnterprise(id));
        var whole = enterprise.profile().contacts();
        if (whole.isEmpty()) {
            return whole;
        }
        history.record(
                Enterprise.SUBJECT,
                enterprise.id().value(),
                "unmasked",
                whole.stream()
                        .map(c -> new FieldChange("contacts." + c.id(), c.name(), purpose))
                        .toList());
        return whole;
    }

    private Optional<Enterprise> present(EnterpriseId id) {
        return enterprises
                .findById(id)
                .flatMap(found -> {
                    var survivor = found.mergedInto();
                    return survivor == null ? Optional.of(found) : enterprises.findById(survivor);
                });
    }
}
