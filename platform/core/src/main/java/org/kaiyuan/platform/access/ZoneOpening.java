package org.kaiyuan.platform.access;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a zone onto the platform together with its first administrator: both, or neither. */
@Service
@Transactional
public class ZoneOpening {
    private final TenantRegistration registration;
    private final AccountRegistration accounts;
    private final JdbcTemplate jdbc;

    ZoneOpening(TenantRegistration registration, AccountRegistration accounts, JdbcTemplate jdbc) {
        this.registration = registration;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Who looks after the zone first. */
    public record Administrator(String username, String password, String displayName) {}

    /**
     * @param code 2 to 40 of a–z, 0–9 and hyphen, beginning with a letter
     * @throws org.kaiyuan.platform.tenancy.TenantCodeRefused when the code is not of that form
     * @throws AccountRefused when the code or the user name is taken, or the account not as it must be
     */
    @PreAuthorize("hasRole('" + AccessPermissions.REGISTER + "')")
    public TenantId open(
            String code,
            String name,
            TenantKind kind,
            String levelType,
            @Nullable String city,
            Administrator administrator) {
        if (name.isBlank() || levelType.isBlank()) {
            throw new AccountRefused("access.refusal.zoneName");
        }
        if (registration.isTaken(code)) {
            throw new AccountRefused("access.refusal.zoneTaken", code);
        }
        accounts.refuseTaken(administrator.username());
        var zone = registration.register(code, name.strip(), kind, levelType.strip(), city, false);
        var account =
                accounts.registered(
                        administrator.username(),
                        administrator.password(),
                        administrator.displayName(),
                        false,
                        false);
        // the operator acts in no zone, and the new one is in no transaction yet: the policy has to
        // know it
        jdbc.execute("SET LOCAL app.tenant_id = '" + zone.value() + "'");
        accounts.joined(zone, account, Role.ZONE_ADMIN);
        return zone;
    }
}
