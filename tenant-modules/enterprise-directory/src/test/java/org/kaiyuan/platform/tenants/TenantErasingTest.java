package org.kaiyuan.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.NoteTaking;
import org.kaiyuan.enterprises.search.EnterpriseIndex;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.ApiClientRegistration;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.SignedIn;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.tenancy.TenantFieldRefused;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.platform.tenancy.TenantKind;
import org.kaiyuan.platform.tenancy.TenantRegistration.Description;
import org.kaiyuan.platform.tenancy.TenantState;
import org.kaiyuan.platform.tenancy.TenantStateRefused;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** After a deletion no row, document or file of the tenant is left anywhere, and its neighbour keeps everything. */
@KaiyuanTest
@ActAsZone("deyang")
class TenantErasingTest {
    private static final String PASSWORD = "a-password-of-the-test";

    @Autowired TenantErasing erasing;
    @Autowired TenantLife life;
    @Autowired TenantSetup setup;
    @Autowired TenantExports exports;
    @Autowired Certificates certificates;
    @Autowired TenantTables tables;
    @Autowired ExportFolder folder;
    @Autowired AccountRegistration accounts;
    @Autowired ApiClientRegistration clients;
    @Autowired Invitations invitations;
    @Autowired EnterpriseRegistration registration;
    @Autowired NoteTaking notes;
    @Autowired SearchDoor door;
    @Autowired AuthenticationProvider signIn;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcTemplate jdbc;
    @Autowired TestServers servers;
    @Autowired Zones zones;

    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final String code = "doomed-" + name;
    private final String other = "neighbour-" + name;
    private TenantId zone = new TenantId(1);
    private TenantId neighbour = new TenantId(1);

    @BeforeEach
    void twoZonesFullOfThings() {
        zone = filled(code);
        neighbour = filled(other);
        var both = member(code, "both");
        zones.in(
                other,
                () -> {
                    accounts.join(both, Role.ZONE_STAFF);
                    return both;
                });
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    assertThat(documents(code)).isEqualTo(1);
                    assertThat(documents(other)).isEqualTo(1);
                });
    }

    /** Lines of the trail are sealed behind the writers, whenever it is their turn. */
    private static Map<String, Long> sealedOrNot(Map<String, Long> counts) {
        var rest = new TreeMap<>(counts);
        rest.keySet().removeAll(Set.of("audit.seal", "audit.waiting"));
        return rest;
    }

    @Test
    void nothing_is_left_anywhere_and_the_neighbour_keeps_everything() throws Exception {
        var before = counts(neighbour);
        assertThat(counts(zone).values()).anyMatch(count -> count > 0);
        life.requestDeletion(zone, "并入邻近园区");
        erasing.run();
        assertThat(life.get(zone).state())
                .as("the cooling-off period is not over")
                .isEqualTo(TenantState.CLOSING);
        passTheCoolingOff();

        erasing.run();

        assertThat(life.get(zone).state()).isEqualTo(TenantState.DELETED);
        assertThat(counts(zone)).allSatisfy((table, count) -> assertThat(count).as(table).isZero());
        assertThat(documents(code)).isZero();
        assertThat(Files.exists(folder.archive(zone, UUID.randomUUID()).getParent())).isFalse();
        assertThat(sealedOrNot(counts(neighbour))).isEqualTo(sealedOrNot(before));
        assertThat(documents(other)).isEqualTo(1);
        assertThatThrownBy(() -> signIn(code + "-admin"))
                .as("who belonged to no other zone is gone")
                .isInstanceOf(BadCredentialsException.class);
        assertThat(signIn(code + "-both").tenantId())
                .as("who belongs to another zone stays")
                .isEqualTo(neighbour);
        itIsCertified();
        nothingBringsItBack();
    }

    @Test
    void what_was_interrupted_goes_on_where_it_was_and_counts_everything() throws Exception {
        life.requestDeletion(zone, "不再使用");
        passTheCoolingOff();
        asOwner("revoke execute on function tenants.erase(regclass, bigint) from kaiyuan_app");
        try {
            erasing.run();
        } finally {
            asOwner("grant execute on function tenants.erase(regclass, bigint) to kaiyuan_app");
        }
        assertThat(life.get(zone).state()).isEqualTo(TenantState.CLOSING);
        assertThatThrownBy(() -> life.withdrawDeletion(zone, "改主意了"))
                .as("half a tenant is none")
                .isInstanceOf(TenantRefused.class)
                .hasMessageContaining("deletionBegun");

        erasing.run();

        assertThat(life.get(zone).state()).isEqualTo(TenantState.DELETED);
        assertThat(certificates.of(zone).orElseThrow().content())
                .contains("access.account", "search-documents", "enterprises.enterprise");
        assertThat(counts(zone).values()).allMatch(count -> count == 0);
    }

    @Test
    void the_database_itself_erases_nothing_before_its_time() throws Exception {
        assertThatThrownBy(() -> erase("enterprises.enterprise"))
                .as("nobody asked for a deletion")
                .hasStackTraceContaining("not to be erased now");
        life.requestDeletion(zone, "不再使用");
        jdbc.update("update tenants.deletion set begun_at = now() where zone = ?", zone.value());
        assertThatThrownBy(() -> erase("enterprises.enterprise"))
                .as("the cooling-off period is not over")
                .hasStackTraceContaining("not to be erased now");
        passTheCoolingOff();
        for (var foreign :
                List.of("tenants.step", "access.account", "tenancy.tenant", "pg_class")) {
            assertThatThrownBy(() -> erase(foreign)).hasStackTraceContaining("holds no tenant");
        }
        assertThat(erase("audit.change")).isPositive();
        assertThat(counts(neighbour).get("audit.change")).isPositive();
    }

    private void itIsCertified() throws SQLException {
        var certificate = certificates.of(zone).orElseThrow();
        assertThat(certificate.content())
                .contains("enterprises.enterprise", "audit.change", "search-documents", "并入邻近园区");
        assertThat(certificates.firstFault()).isEmpty();
        asOwner(
                "update tenants.certificate set content = replace(content, '并入', '拆出') where zone = "
                        + zone);
        assertThat(certificates.firstFault()).contains(certificate.number());
        asOwner(
                "update tenants.certificate set content = replace(content, '拆出', '并入') where zone = "
                        + zone);
        assertThat(certificates.firstFault()).isEmpty();
        assertThat(life.steps(zone))
                .extracting(LifeStep::act)
                .startsWith("deleted", "deletionBegun", "deletionRequested");
    }

    private void nothingBringsItBack() {
        var said =
                new Description("又来", TenantKind.MANAGEMENT_COMMITTEE, "省级", null, List.of(), null);
        assertThatThrownBy(() -> life.withdrawDeletion(zone, "改主意了"))
                .isInstanceOf(TenantStateRefused.class);
        assertThatThrownBy(() -> exports.beginFor(zone)).isInstanceOf(TenantStateRefused.class);
        assertThatThrownBy(() -> setup.describe(zone, life.get(zone).version(), said))
                .isInstanceOf(TenantStateRefused.class);
        assertThatThrownBy(() -> setup.begin(code, said)).isInstanceOf(TenantFieldRefused.class);
    }

    private TenantId filled(String zoneCode) {
        member(zoneCode, "admin");
        return zones.in(
                zoneCode,
                () -> {
                    EnterpriseId enterprise =
                            registration.register(EnterpriseProfile.named("要注销的有限公司 " + zoneCode));
                    notes.take(enterprise, "一条备注");
                    clients.register("c-" + zoneCode, "程序", PASSWORD, false);
                    invitations.invite("某人", null, Set.of(Role.ZONE_STAFF.name()), null);
                    var export = exports.begin();
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(60))
                            .until(() -> exports.own().getFirst().state() == ExportState.READY);
                    assertThat(exports.open(export).bytes()).isPositive();
                    return zones.zone(zoneCode);
                });
    }

    private AccountId member(String zoneCode, String who) {
        return zones.in(
                zoneCode,
                () -> {
                    var account =
                            accounts.register(
                                    zoneCode + "-" + who, PASSWORD, "某" + who, false, false);
                    accounts.join(account, Role.ZONE_ADMIN);
                    return account;
                });
    }

    private SignedIn signIn(String username) {
        var person =
                signIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(username, PASSWORD));
        return (SignedIn) java.util.Objects.requireNonNull(person.getPrincipal());
    }

    private int documents(String zoneCode) {
        var ids = new ArrayList<UUID>();
        zones.in(
                zoneCode,
                () -> {
                    door.each(
                            EnterpriseIndex.INDEX,
                            new Query.Everything(),
                            Map.of(),
                            100,
                            ids::addAll);
                    return ids;
                });
        return ids.size();
    }

    /** Rows by table, also those that no room has thought of: as the catalogue names them. */
    private Map<String, Long> counts(TenantId of) throws SQLException {
        var counts = new TreeMap<String, Long>();
        var names = new ArrayList<String>();
        tables.all().forEach(table -> names.add(table.name()));
        try (var owner = servers.asOwner()) {
            execute(owner, "set app.tenant_id = '" + of + "'");
            for (var table : names) {
                counts.put(table, count(owner, table, "tenant_id", of));
            }
            for (var table : tables.ofRegisters()) {
                counts.put(table, count(owner, table, "zone", of));
            }
        }
        return counts;
    }

    private static long count(Connection owner, String table, String column, TenantId of)
            throws SQLException {
        try (var statement = owner.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from %s where %s = %s"
                                        .formatted(table, column, of))) {
            row.next();
            return row.getLong(1);
        }
    }

    private long erase(String table) {
        return zones.in(
                code,
                () ->
                        java.util.Objects.requireNonNull(
                                new TransactionTemplate(transactions)
                                        .execute(open ->
                                                jdbc.queryForObject(
                                                        "select tenants.erase(?::regclass, 100)",
                                                        Long.class,
                                                        table))));
    }

    private void passTheCoolingOff() throws SQLException {
        asOwner(
                "update tenants.deletion set requested_at = now() - interval '31 days' where zone = "
                        + zone);
    }

    private void asOwner(String statement) throws SQLException {
        try (var owner = servers.asOwner()) {
            execute(owner, statement);
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
