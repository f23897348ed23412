package org.kaiyuan.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.enterprises.own.OwnRecords;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.portal.domain.Representative;
import org.kaiyuan.portal.domain.Representatives;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * For whom the signed-in person stands, and what these enterprises may read of themselves.
 *
 * <p>It is read anew at every call: who no longer stands for an enterprise gets the answer that they would
 * get for one that is not there.
 */
@Service
public class MyEnterprises {
    private static final int MOST = 100;

    private final Representatives representatives;
    private final RepresentativeKeeping keeping;
    private final OwnRecords records;
    private final CurrentPerson current;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    MyEnterprises(
            Representatives representatives,
            RepresentativeKeeping keeping,
            OwnRecords records,
            CurrentPerson current,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.representatives = representatives;
        this.keeping = keeping;
        this.records = records;
        this.current = current;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    /**
     * One enterprise that the person asks to stand, stands or stood for, in one of the parks.
     *
     * @param here whether it is of the park that the person acts in now
     * @param enterpriseId null while nobody has decided
     * @param enterpriseName null as {@code enterpriseId}
     */
    public record Line(
            TenantId park,
            String parkName,
            boolean here,
            @Nullable EnterpriseId enterpriseId,
            @Nullable String enterpriseName,
            String creditCode,
            boolean administrator,
            RepresentativeState state,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    /** Of all parks: those that they stand for first, then the newest; at most 100. Whoever has signed in may ask. */
    public List<Line> mine() {
        var me = me().accountId();
        var lines =
                transaction.execute(open -> {
                    // a UUID of ours: the statement holds nothing that anyone typed
                    jdbc.execute("SET LOCAL app.account_id = '" + me.value() + "'");
                    return jdbc.query(
                            """
                            select r.tenant_id, t.name, r.enterprise_id, r.enterprise_name, r.credit_code, r.administrator,
                                   r.state, r.requested_at, r.decided_at, r.reason
                            from portal.representative r
                            join tenancy.tenant t on t.id = r.tenant_id and t.state = 'ACTIVE'
                            where r.account_id = ?
                            order by r.state = 'CONFIRMED' desc, r.state = 'REQUESTED' desc, r.requested_at desc limit ?\
                            """,
                            MyEnterprises::line,
                            me.value(),
                            MOST);
                });
        return lines == null ? List.of() : lines;
    }

    /**
     * The enterprise's record: contacts masked, without what the park notes for itself.
     *
     * @throws UnknownEnterprise when there is none, or the person does not stand for it
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public EnterpriseProfile record(EnterpriseId id) {
        return records.profile(standing(id).enterprise());
    }

    /**
     * The enterprise's own contacts whole, for its administrators; that they were seen is recorded.
     *
     * @throws UnknownEnterprise when there is none, or the person does not stand for it
     * @throws PortalRefused when they do not look after its people
     */
    @Transactional
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public List<ContactLine> contacts(EnterpriseId id) {
        return records.contactsWhole(administering(id).enterprise(), "企业管理员在门户查看本企业联系人");
    }

    /**
     * An enterprise for which the person stands, as the directory has it now.
     *
     * @param administrator whether they look after its people
     */
    public record StandsFor(
            EnterpriseId id, String name, @Nullable String creditCode, boolean administrator) {}

    /**
     * For every room in which an enterprise does something through the portal; to be asked first.
     *
     * @throws UnknownEnterprise when there is none, or the person does not stand for it
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public StandsFor standsFor(EnterpriseId id) {
        var me = standing(id);
        var now = records.find(me.enterprise()).orElseThrow(() -> new UnknownEnterprise(id));
        return new StandsFor(now.id(), now.name(), now.creditCode(), me.isAdministrator());
    }

    /** As {@link #standsFor}, empty where the person does not stand for it; for asking, not for refusing. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public Optional<StandsFor> standsForMaybe(EnterpriseId id) {
        return current.signedIn()
                .filter(person -> person.stage() == SignedIn.Stage.READY)
                .flatMap(person ->
                        representatives.findByAccountIdAndEnterpriseIdAndState(
                                person.accountId().value(),
                                id.value(),
                                RepresentativeState.CONFIRMED))
                .flatMap(me ->
                        records.find(me.enterprise())
                                .map(now ->
                                        new StandsFor(
                                                now.id(),
                                                now.name(),
                                                now.creditCode(),
                                                me.isAdministrator())));
    }

    /** Whether the person looks after the people of the enterprise; for showing or hiding. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
    public boolean isAdministrator(EnterpriseId id) {
        return standing(id).isAdministrator();
    }

    Representative standing(EnterpriseId id) {
        return representatives
                .findByAccountIdAndEnterpriseIdAndState(
                        me().accountId().value(), id.value(), RepresentativeState.CONFIRMED)
                .orElseThrow(() -> new UnknownEnterprise(id));
    }

    /** As {@link #standing}; nobody else decides about the park's representatives until the transaction ends. */
    Representative deciding(EnterpriseId id) {
        keeping.oneAfterTheOther();
        return standing(id);
    }

    Representative administering(EnterpriseId id) {
        var me = standing(id);
        if (!me.isAdministrator()) {
            throw new PortalRefused("portal.refusal.notAdministrator");
        }
        return me;
    }

    private SignedIn me() {
        return current.signedIn()
                .filter(person -> person.stage() == SignedIn.Stage.READY)
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var park = new TenantId(row.getLong("tenant_id"));
        var enterprise = row.getObject("enterprise_id", UUID.class);
        var decided = row.getTimestamp("decided_at");
        return new Line(
                park,
                row.getString("name"),
                CurrentTenant.maybe().filter(park::equals).isPresent(),
                enterprise == null ? null : new EnterpriseId(enterprise),
                row.getString("enterprise_name"),
                row.getString("credit_code"),
                row.getBoolean("administrator"),
                RepresentativeState.valueOf(row.getString("state")),
                row.getTimestamp("requested_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"));
    }
}
