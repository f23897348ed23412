package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularLimits;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@ActAsZone("export-zone")
class EnterpriseExportTest {
    @Autowired EnterpriseExport export;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseSearch search;
    @Autowired Zones zones;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;

    @ParameterizedTest
    @EnumSource
    void the_file_holds_what_the_filter_finds_in_its_order(TabularFormat format) {
        var zone = "export-filter-" + format.extension();
        zones.<Boolean>in(
                zone,
                () -> {
                    many(700, 10);
                    var filter = suspended();
                    var question = new EnterpriseQuestion("", filter, EnterpriseOrder.CAPITAL);

                    var rows = table(question, format);

                    assertThat(rows.subList(1, rows.size()))
                            .extracting(List::getFirst)
                            .isEqualTo(
                                    directory
                                            .find(filter, EnterpriseOrder.CAPITAL, null, 500)
                                            .items()
                                            .stream()
                                            .map(EnterpriseRow::name)
                                            .toList());
                    assertThat(rows).hasSize(1 + 70);
                    return true;
                });
    }

    @Test
    void a_row_says_what_is_known_in_words_and_hides_the_phone() {
        zones.<Boolean>in(
                "export-words",
                () -> {
                    registration.register(
                            new ProfileDraft("=1+1有限公司")
                                    .code("91350100M000100Y43")
                                    .capital(new BigDecimal("5000000"))
                                    .founded(LocalDate.of(2010, 5, 6))
                                    .industry("C3091", "先进材料产业")
                                    .division("510603")
                                    .contact(
                                            new ContactLine(
                                                    null,
                                                    "张三",
                                                    null,
                                                    "13800005678",
                                                    "zhang@example.com"))
                                    .qualification(
                                            new QualificationLine(
                                                    null, "HIGH_TECH", null, null, null))
                                    .tag("重点")
                                    .done());

                    var csv = text(EnterpriseQuestion.ALL, TabularFormat.CSV);

                    assertThat(csv)
                            .startsWith("\ufeff企业名称,统一社会信用代码,")
                            .contains("\r\n'=1+1有限公司,91350100M000100Y43,")
                            .contains("在业,500,CNY,2010-05-06,")
                            .contains("C3091,石墨及碳素制品制造,先进材料产业")
                            .contains("四川省德阳市旌阳区")
                            .contains("高新技术企业,重点,张三,138****5678")
                            .doesNotContain("13800005678", "zhang@example.com");
                    return true;
                });
    }

    @Test
    void a_search_is_exported_whole_best_first() {
        zones.<Boolean>in(
                "export-search",
                () -> {
                    for (int i = 0; i < 12; i++) {
                        registration.register(EnterpriseProfile.named("锂电材料" + i + "号有限公司"));
                    }
                    registration.register(EnterpriseProfile.named("锂电材料有限公司"));
                    registration.register(EnterpriseProfile.named("泸州老窖股份有限公司"));
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(20))
                            .until(() -> search.search("", EnterpriseFilter.ALL, 20).total() == 14);

                    var rows =
                            table(
                                    new EnterpriseQuestion(
                                            "锂电材料", EnterpriseFilter.ALL, EnterpriseOrder.NAME),
                                    TabularFormat.XLSX);

                    assertThat(rows).hasSize(1 + 13);
                    assertThat(rows.get(1).getFirst()).isEqualTo("锂电材料有限公司");
                    return true;
                });
    }

    @Test
    void who_took_what_and_how_much_is_recorded() {
        zones.<Boolean>in(
                "export-audit",
                () -> {
                    many(20, 1);
                    var filter = suspended();

                    text(
                            new EnterpriseQuestion("", filter, EnterpriseOrder.NAME),
                            TabularFormat.CSV);

                    var entries =
                            transaction(() ->
                                    jdbc.queryForList(
                                            "select actor || ' ' || act || ' ' || field || ' ' || after from audit.change"
                                                    + " where subject_kind = 'enterprises.export' order by id",
                                            String.class));
                    assertThat(entries)
                            .containsExactly(
                                    "export-audit-tester exported question status=SUSPENDED",
                                    "export-audit-tester exported format CSV",
                                    "export-audit-tester exported rows 2");
                    return true;
                });
    }

    @Test
    void many_rows_do_not_gather_on_the_heap() {
        zones.<Boolean>in(
                "export-many",
                () -> {
                    many(21_000, 6000); // 126 MB of scope
                    var done = new CountDownLatch(1);
                    System.gc();
                    long before = used();
                    var highest = CompletableFuture.supplyAsync(() -> highestUntil(done));

                    try (var csv = export(EnterpriseQuestion.ALL, TabularFormat.CSV);
                            var xlsx = export(EnterpriseQuestion.ALL, TabularFormat.XLSX)) {
                        done.countDown();

                        assertThat(csv.rows()).isEqualTo(21_000);
                        assertThat(xlsx.rows()).isEqualTo(21_000);
                        assertThat(csv.bytes()).isGreaterThan(126_000_000L);
                        assertThat(highest.join() - before).isLessThan(48_000_000L);
                    } finally {
                        done.countDown();
                    }
                    return true;
                });
    }

    @Test
    void the_file_is_named_for_zone_and_day_and_thrown_away_afterwards() {
        var file = export(EnterpriseQuestion.ALL, TabularFormat.XLSX);

        assertThat(file.name()).matches("测试园区 export-zone-企业档案-\\d{4}-\\d\\d-\\d\\d\\.xlsx");
        assertThat(file.path()).exists();
        file.close();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    @ActAsZone(value = "export-zone", permissions = EnterprisePermissions.READ)
    void who_may_only_read_takes_nothing_along() {
        assertThatThrownBy(() -> export(EnterpriseQuestion.ALL, TabularFormat.CSV))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var mine = "只在导出区的企业有限公司";
        zones.in("export-mine", () -> registration.register(EnterpriseProfile.named(mine)));
        zones.<Boolean>in(
                "export-mine",
                () -> {
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(20))
                            .until(() -> indexed(mine, 1));
                    return true;
                });
        zones.<Boolean>in(
                "export-other",
                () -> {
                    var searched =
                            new EnterpriseQuestion(
                                    mine, EnterpriseFilter.ALL, EnterpriseOrder.NAME);
                    for (var question : List.of(EnterpriseQuestion.ALL, searched)) {
                        assertThat(text(question, TabularFormat.CSV)).doesNotContain(mine);
                    }
                    return true;
                });
    }

    @Test
    void a_question_is_the_same_after_it_was_an_address() {
        var question =
                new EnterpriseQuestion(
                        "华创 & 材料=?",
                        new EnterpriseFilter(
                                "四川",
                                "C38",
                                "装备制造产业",
                                "航空装备",
                                Set.of(EnterpriseStatus.ACTIVE, EnterpriseStatus.PREPARING),
                                "HIGH_TECH",
                                true,
                                false,
                                new BigDecimal("1000000"),
                                new BigDecimal("99999999.99"),
                                2001,
                                2020,
                                "5106",
                                "重点"),
                        EnterpriseOrder.FOUNDED);

        assertThat(EnterpriseQuestion.read(question.text())).isEqualTo(question);
        assertThat(
                        EnterpriseQuestion.read(
                                "status=NONE&capitalFrom=x&foundedTo=-1&order=&q=%zz&&="))
                .isEqualTo(EnterpriseQuestion.ALL);
    }

    private boolean indexed(String typed, long total) {
        var finds = search.search(typed, EnterpriseFilter.ALL, 1);
        return !finds.degraded() && finds.total() == total;
    }

    private static EnterpriseFilter suspended() {
        return EnterpriseQuestion.read("status=SUSPENDED").filter();
    }

    /** Every tenth is suspended; the scope has so many characters. */
    private void many(int rows, int scope) {
        transaction(() ->
                jdbc.update(
                        """
                        insert into enterprises.enterprise
                            (tenant_id, id, name, name_key, status, registered_capital, business_scope)
                        select ?, uuidv7(), '第' || n || '号企业', '第' || n || '号企业',
                               case when n % 10 = 0 then 'SUSPENDED' else 'ACTIVE' end, n % 7 * 1000, repeat('x', ?)
                        from generate_series(1, ?) n\
                        """,
                        CurrentTenant.get().value(), scope, rows));
    }

    private <T> T transaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(open -> work.get()));
    }

    private ExportedFile export(EnterpriseQuestion question, TabularFormat format) {
        return export.export(question, format, Locale.SIMPLIFIED_CHINESE);
    }

    private String text(EnterpriseQuestion question, TabularFormat format) {
        try (var file = export(question, format)) {
            var out = new ByteArrayOutputStream();
            file.sendTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> table(EnterpriseQuestion question, TabularFormat format)
            throws IOException {
        try (var file = export(question, format)) {
            assertThat(Files.size(file.path())).isEqualTo(file.bytes());
            try (var table = TabularFile.open(file.path(), TabularLimits.DEFAULT)) {
                var rows = new ArrayList<List<String>>();
                rows.add(table.headings());
                for (var row = table.next(); row != null; row = table.next()) {
                    rows.add(row.cells());
                }
                return rows;
            }
        }
    }

    /** What lives on the heap at its fullest. */
    private static long highestUntil(CountDownLatch done) {
        long most = 0;
        try {
            while (!done.await(300, TimeUnit.MILLISECONDS)) {
                System.gc();
                most = Math.max(most, used());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return most;
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
