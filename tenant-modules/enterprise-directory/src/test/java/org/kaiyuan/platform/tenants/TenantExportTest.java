package org.kaiyuan.platform.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything of a zone as an archive, and nothing of its neighbour. */
@KaiyuanTest
@ActAsZone("deyang")
class TenantExportTest {
    @Autowired TenantExports exports;
    @Autowired TenantTables tables;
    @Autowired ExportFolder folder;
    @Autowired EnterpriseRegistration registration;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JsonMapper json;
    @Autowired Zones zones;

    private final String code = "export-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void everything_of_the_zone_is_in_the_archive_with_checksums_and_nothing_of_its_neighbour()
            throws Exception {
        zones.in(code, () -> registration.register(EnterpriseProfile.named("要带走的有限公司")));
        zones.in("luzhou", () -> registration.register(EnterpriseProfile.named("邻居的有限公司")));

        var id = ready();

        var files = files(zones.in(code, () -> exports.open(id)));
        var manifest = json.readTree(files.get("manifest.json"));
        assertThat(manifest.path("version").asInt()).isEqualTo(1);
        assertThat(manifest.path("tenant").path("code").asString("")).isEqualTo(code);
        for (var file : manifest.path("files")) {
            var content = files.get(file.path("path").asString(""));
            assertThat(HexFormat.of().formatHex(Archive.sha256().digest(content)))
                    .isEqualTo(file.path("sha256").asString(""));
        }
        assertThat(rows(manifest, "enterprises.enterprise")).isEqualTo(1);
        assertThat(text(files, "tables/enterprises.enterprise.jsonl")).contains("要带走的有限公司");
        assertThat(text(files, "tables/audit.change.jsonl")).contains("registered");
        assertThat(files.keySet())
                .contains(
                        tables.all().stream()
                                .map(TenantTables.OfTenants::name)
                                .filter(name -> !LeftOut.TABLES.contains(name))
                                .map(name -> "tables/" + name + ".jsonl")
                                .toArray(String[]::new))
                .contains("access/people.jsonl", "README.txt");
        var whole = new StringBuilder();
        files.values()
                .forEach(content -> whole.append(new String(content, StandardCharsets.UTF_8)));
        assertThat(whole.toString()).doesNotContain("邻居的有限公司");
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var id = ready();

        assertThat(zones.in("luzhou", () -> exports.own())).noneMatch(one -> one.id().equals(id));
        assertThatThrownBy(() -> zones.in("luzhou", () -> exports.open(id)))
                .isInstanceOf(UnknownExport.class);
        assertThat(exports.of(zones.zone(code))).hasSize(1);
        assertThat(exports.openFor(zones.zone(code), id).bytes()).isPositive();
    }

    @Test
    void one_at_a_time() {
        var transaction = new TransactionTemplate(transactions);

        assertThatThrownBy(() ->
                        zones.in(
                                code,
                                () ->
                                        transaction.execute(open -> {
                                            exports.begin();
                                            return exports.begin();
                                        })))
                .isInstanceOf(TenantRefused.class)
                .hasMessageContaining("busy");
    }

    @Test
    @ActAsZone(value = "deyang", permissions = "enterprises:read")
    void who_may_read_may_not_yet_take_everything_along() {
        assertThatThrownBy(() -> exports.begin()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> exports.own()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> exports.of(CurrentTenant.get()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private UUID ready() {
        var id = zones.in(code, () -> exports.begin());
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(zones.in(code, () -> exports.own()).getFirst().state())
                                .isEqualTo(ExportState.READY));
        assertThat(Files.exists(folder.archive(zones.zone(code), id))).isTrue();
        return id;
    }

    private static Map<String, byte[]> files(TenantExports.Download archive) throws Exception {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(archive.file()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var content = new ByteArrayOutputStream();
                zip.transferTo(content);
                files.put(entry.getName(), content.toByteArray());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static long rows(JsonNode manifest, String table) {
        for (var one : manifest.path("tables")) {
            if (one.path("table").asString("").equals(table)) {
                return one.path("rows").asLong();
            }
        }
        return -1;
    }
}
