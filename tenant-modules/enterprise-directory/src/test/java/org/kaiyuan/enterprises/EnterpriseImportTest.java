package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.imports.ImportColumnsRefused;
import org.kaiyuan.platform.imports.ImportError;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.imports.ImportRefused;
import org.kaiyuan.platform.imports.ImportState;
import org.kaiyuan.platform.imports.UnknownImport;
import org.kaiyuan.platform.notices.Notice;
import org.kaiyuan.platform.notices.NoticeBoard;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.platform.transfer.TabularFault;
import org.kaiyuan.platform.transfer.TabularFileRefused;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@ActAsZone("deyang")
class EnterpriseImportTest {
    private static final String FILE =
            """
            企业名称,统一社会信用代码,注册资本（万元）,成立日期
            绵阳市驰衡小汽车修理有限公司,91510703205451059P,101.2,1978-01-01
            错误代码公司,91510703205451059X,1,1978-01-01
            无代码公司,,,2001年2月3日
            重复公司,91510703205451059P,1,1978-01-01
            """;

    @Autowired EnterpriseImport imports;
    @Autowired ImportUndo undo;
    @Autowired DuplicateDecision duplicates;
    @Autowired ImportDirectory directory;
    @Autowired ImportEnterprises job;
    @Autowired EnterpriseDirectory enterprises;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseSearch search;
    @Autowired NoteTaking notes;
    @Autowired Attachments attachments;
    @Autowired Commenting commenting;
    @Autowired NoticeBoard notices;
    @Autowired Messages messages;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void an_empty_directory() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("alter table audit.change disable trigger never_emptied");
            sql.execute(
                    "truncate enterprises.enterprise, enterprises.batch_touch, enterprises.import_job,"
                            + " enterprises.import_mapping, audit.change, notices.notice cascade");
            sql.execute("alter table audit.change enable trigger never_emptied");
        }
    }

    @Test
    void good_rows_come_in_and_bad_ones_are_reported() {
        var done = imported(FILE);

        assertThat(done.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.read()).isEqualTo(4);
        assertThat(done.added()).isEqualTo(2);
        assertThat(done.accepted() + done.rejected()).isEqualTo(done.read());
        assertThat(directory.errors(done.id(), null, 10))
                .extracting(ImportError::row, ImportError::column, ImportError::reasonKey)
                .containsExactly(
                        tuple(3L, "统一社会信用代码", "enterprises.import.creditCode"),
                        tuple(5L, "统一社会信用代码", "enterprises.import.codeTwice"));
        assertThat(names()).containsExactlyInAnyOrder("绵阳市驰衡小汽车修理有限公司", "无代码公司");
        assertThat(named("绵阳市驰衡小汽车修理有限公司").registeredCapital()).isEqualByComparingTo("1012000");
    }

    @Test
    void every_fault_of_a_row_is_told_by_row_column_and_reason_in_both_languages()
            throws IOException {
        var done =
                imported(
                        """
                        单位名称,注册资本,成立日期,经营状态,行业代码,网址
                        甲公司,很多,2999-01-01,不知道,Z99,不是 网址
                        ！！！,1,2001-01-01,存续,C38,
                        """);

        assertThat(done.rejected()).isEqualTo(2);
        assertThat(csv(done.id(), Locale.SIMPLIFIED_CHINESE).lines())
                .contains("2,注册资本,registeredCapital,很多,注册资本不是有效金额")
                .contains("2,经营状态,status,不知道,企业状态无法识别")
                .contains("2,行业代码,industryCode,Z99,行业代码不在国民经济行业分类（GB/T 4754—2017）中")
                .contains("2,成立日期,foundedOn,2999-01-01,成立日期晚于今天或过早")
                .contains("2,网址,website,不是 网址,网址格式不正确")
                .contains("3,单位名称,name,！！！,企业名称为空或过长");
        assertThat(csv(done.id(), Locale.ENGLISH)).contains("The status is not known");
    }

    @Test
    void a_row_that_a_stray_comma_shifted_is_kept_out_and_told() throws IOException {
        var done = imported("名称,地址,城市\n甲公司,某路1号,2楼,德阳\n乙公司,某路\n丙公司,某路,德阳,,\n");

        assertThat(names()).containsExactlyInAnyOrder("乙公司", "丙公司");
        assertThat(csv(done.id(), Locale.SIMPLIFIED_CHINESE).lines())
                .contains("2,—,row,德阳,这一行的单元格比表头多，可能有未加引号的逗号");
    }

    @Test
    void rare_characters_in_gb18030_come_in_whole() {
        imported("名称,地址\n𠮷野𬭎㐂公司,䶮路\n");

        assertThat(names()).containsExactly("𠮷野𬭎㐂公司");
    }

    @Test
    void a_second_click_or_window_does_not_begin_it_twice() throws Exception {
        var id = imports.bring("a.csv", gb(FILE));
        SecurityContext who = SecurityContextHolder.getContext();
        try (var four = Executors.newFixedThreadPool(4)) {
            var clicks = new java.util.ArrayList<java.util.concurrent.Future<Boolean>>();
            for (int i = 0; i < 4; i++) {
                clicks.add(four.submit(() -> begin(who, id)));
            }
            int begun = 0;
            for (var click : clicks) {
                begun += click.get() ? 1 : 0;
            }
            assertThat(begun).isEqualTo(1);
        }

        assertThat(run(id).added()).isEqualTo(2);
        assertThat(notices.newest(10)).hasSize(1);
    }

    private boolean begin(SecurityContext who, UUID id) {
        SecurityContextHolder.setContext(who);
        try {
            imports.order(id, ExistingChoice.FILL_GAPS, (Map<String, String>) null, false);
            return true;
        } catch (ImportRefused refused) {
            assertThat(messages.text(Locale.SIMPLIFIED_CHINESE, refused)).startsWith("这次导入已经");
            return false;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @ParameterizedTest
    @EnumSource(ExistingChoice.class)
    void the_same_file_again_changes_nothing(ExistingChoice choice) {
        imported(FILE, choice);
        var before = state();

        var again = imported(FILE, choice);

        assertThat(again.added() + again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void what_is_there_already_is_skipped_filled_or_overwritten_as_chosen() {
        var first = "名称,统一社会信用代码,地址\n旧名公司,91510703205451059P,\n";
        var second = "名称,统一社会信用代码,地址,注册资本(万元),币种,登记状态\n新名公司,91510703205451059P,某路1号,5,美元,注销\n";
        imported(first);
        assertThat(imported(second, ExistingChoice.SKIP).unchanged()).isEqualTo(1);
        assertThat(named("旧名公司").address()).isNull();

        assertThat(imported(second, ExistingChoice.FILL_GAPS).changed()).isEqualTo(1);
        var filled = named("旧名公司");
        assertThat(filled.address()).isEqualTo("某路1号");
        assertThat(filled.capitalCurrency()).isEqualTo("USD");
        assertThat(filled.status()).isEqualTo(EnterpriseStatus.ACTIVE);

        assertThat(imported(second, ExistingChoice.OVERWRITE).changed()).isEqualTo(1);
        assertThat(named("新名公司").status()).isEqualTo(EnterpriseStatus.DEREGISTERED);
        assertThat(enterprises.details(idOf("新名公司")).formerNames())
                .extracting(FormerName::name)
                .containsExactly("旧名公司");
        assertThat(enterprises.history(idOf("新名公司"), null, 50))
                .extracting(ChangeEntry::act, ChangeEntry::field, ChangeEntry::before)
                .contains(tuple("imported", "name", "旧名公司"), tuple("imported", "status", "ACTIVE"));
    }

    @Test
    void the_words_of_the_status_column_are_read() {
        var words = List.of("在业", "存续", "在营（开业）企业", "注销", "吊销，未注销", "迁出", "停产", "筹建", "正常", "");
        var file = new StringBuilder("企业名称,登记状态\n");
        for (int i = 0; i < words.size(); i++) {
            file.append("状态").append(i).append("公司,").append(words.get(i)).append('\n');
        }

        assertThat(imported(file.toString()).added()).isEqualTo(10);

        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .extracting(i -> named("状态" + i + "公司").status())
                .containsExactly(
                        EnterpriseStatus.ACTIVE,
                        EnterpriseStatus.ACTIVE,
                        EnterpriseStatus.ACTIVE,
                        EnterpriseStatus.DEREGISTERED,
                        EnterpriseStatus.REVOKED,
                        EnterpriseStatus.MOVED_OUT,
                        EnterpriseStatus.SUSPENDED,
                        EnterpriseStatus.PREPARING,
                        EnterpriseStatus.ACTIVE,
                        EnterpriseStatus.ACTIVE);
    }

    @Test
    void a_dry_run_counts_and_writes_nothing_and_its_file_can_then_be_imported() {
        imported("名称,统一社会信用代码\n原有公司,91510703205451059P\n");
        var before = state();
        var file = FILE + "原有公司,,7,\n";

        var tried = run(imports.start("a.csv", gb(file), ExistingChoice.OVERWRITE, null, true));

        assertThat(tried.dryRun()).isTrue();
        assertThat(tried.added()).isEqualTo(1);
        assertThat(tried.changed()).isEqualTo(1);
        assertThat(tried.rejected()).isEqualTo(3);
        assertThat(tried.undecided()).isEqualTo(1);
        assertThat(tried.fileKept()).isTrue();
        assertThat(directory.errors(tried.id(), null, 10)).hasSize(3);
        assertThat(state()).isEqualTo(before);

        imports.order(tried.id(), ExistingChoice.OVERWRITE, (Map<String, String>) null, false);
        var done = run(tried.id());
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.fileKept()).isFalse();
        assertThatThrownBy(() ->
                        imports.order(
                                done.id(), ExistingChoice.SKIP, (Map<String, String>) null, false))
                .isInstanceOf(ImportRefused.class);
    }

    @Test
    void columns_are_guessed_corrected_and_remembered_for_this_zone_alone() {
        var file = "甲,乙,名称\n第一公司,某路,别名\n";
        assertThat(directory.preview(imports.bring("a.csv", gb(file))).mapping().columns())
                .containsExactly(null, null, ImportTarget.of(ImportField.NAME));

        var done =
                run(
                        imports.start(
                                "a.csv",
                                gb(file),
                                ExistingChoice.FILL_GAPS,
                                Map.of("甲", "name", "乙", "address", "名称", "shortName"),
                                false));

        assertThat(done.added()).isEqualTo(1);
        assertThat(named("第一公司").address()).isEqualTo("某路");
        var preview = directory.preview(imports.bring("b.csv", gb(file)));
        assertThat(preview.remembered()).isTrue();
        assertThat(preview.samples().getFirst()).containsExactly("第一公司", "某路", "别名");
        imported("甲,乙,名称\n第二公司,某路,别名\n");
        assertThat(names()).contains("第二公司");
        zones.in(
                "luzhou",
                () ->
                        assertThat(directory.preview(imports.bring("a.csv", gb(file))).remembered())
                                .isFalse());
    }

    @Test
    void a_mapping_that_cannot_be_is_refused_and_no_file_is_kept() {
        for (var wrong :
                List.of(
                        Map.of("甲", "name", "乙", "name"),
                        Map.of("甲", "address"),
                        Map.of("丙", "name"),
                        Map.of("甲", "nonsense"))) {
            assertThatThrownBy(() ->
                            imports.start(
                                    "a.csv", gb("甲,乙\n1,2\n"), ExistingChoice.SKIP, wrong, false))
                    .isInstanceOf(ImportColumnsRefused.class);
        }
        assertThat(directory.newest(10)).noneMatch(ImportJob::fileKept);
    }

    @Test
    void likely_duplicates_wait_for_a_decision_and_are_done_as_decided() {
        imported("名称,地址\n甲公司,\n乙公司,\n丙公司,\n");
        var file =
                "名称,地址,统一社会信用代码\n甲公司,新路1号,\n乙公司,新路2号,\n丙公司,新路3号,91510703205451059P\n丁公司,,\n丁公司,别处,\n";

        var done = imported(file, ExistingChoice.OVERWRITE);

        assertThat(done.added()).isEqualTo(1);
        assertThat(done.rejected()).isEqualTo(4);
        assertThat(done.undecided()).isEqualTo(4);
        assertThat(directory.likelyDuplicates(done.id(), 0, 10))
                .extracting(LikelyDuplicate::row, LikelyDuplicate::existingName)
                .containsExactly(
                        tuple(2L, "甲公司"), tuple(3L, "乙公司"), tuple(4L, "丙公司"), tuple(6L, "丁公司"));
        duplicates.decide(done.id(), List.of(2L), DuplicateChoice.KEEP_OUT);
        duplicates.decide(done.id(), List.of(3L), DuplicateChoice.TAKE_AS_NEW);
        duplicates.decide(done.id(), List.of(4L), DuplicateChoice.SAME_RECORD);
        duplicates.decide(done.id(), null, DuplicateChoice.SAME_RECORD);
        duplicates.decide(done.id(), List.of(3L, 4L), DuplicateChoice.TAKE_AS_NEW);

        var after = directory.status(done.id());
        assertThat(after.undecided()).isZero();
        assertThat(after.added()).isEqualTo(2);
        assertThat(after.changed()).isEqualTo(2);
        assertThat(after.rejected()).isEqualTo(1);
        assertThat(names().stream().filter("乙公司"::equals)).hasSize(2);
        assertThat(named("丙公司").creditCode()).isEqualTo("91510703205451059P");
        assertThat(named("丁公司").address()).isEqualTo("别处");
        assertThat(directory.errors(done.id(), null, 10))
                .extracting(ImportError::reasonKey)
                .containsExactly("enterprises.import.keptOut");
    }

    @Test
    void one_name_with_two_codes_in_a_file_waits_for_a_decision() {
        var file = "名称,统一社会信用代码,地址\n甲公司,91510703205451059P,\n甲 公司,91350100M000100Y43,别处\n乙公司,,\n";

        var done = imported(file, ExistingChoice.OVERWRITE);

        assertThat(List.of(done.added(), done.rejected(), done.undecided()))
                .containsExactly(2L, 1L, 1L);
        assertThat(directory.likelyDuplicates(done.id(), 0, 10))
                .extracting(
                        LikelyDuplicate::row,
                        LikelyDuplicate::creditCode,
                        LikelyDuplicate::existingCreditCode)
                .containsExactly(tuple(3L, "91350100M000100Y43", "91510703205451059P"));
        var before = state();
        assertThat(imported(file, ExistingChoice.OVERWRITE).undecided()).isEqualTo(1);
        assertThat(state()).isEqualTo(before);

        duplicates.decide(done.id(), null, DuplicateChoice.TAKE_AS_NEW);

        assertThat(names()).containsExactlyInAnyOrder("甲公司", "甲 公司", "乙公司");
        var again = imported(file, ExistingChoice.OVERWRITE);
        assertThat(List.of(again.unchanged(), again.rejected())).containsExactly(3L, 0L);
    }

    @Test
    void what_was_decided_in_the_dry_run_holds_for_the_run() {
        imported("名称,地址\n甲公司,\n乙公司,\n丙公司,\n");
        var file = "名称,地址\n甲公司,新路1号\n乙公司,新路2号\n丙公司,新路3号\n";
        var id = run(imports.start("a.csv", gb(file), ExistingChoice.OVERWRITE, null, true)).id();
        duplicates.decide(id, List.of(2L), DuplicateChoice.TAKE_AS_NEW);
        duplicates.decide(id, List.of(3L), DuplicateChoice.SAME_RECORD);
        duplicates.decide(id, List.of(4L), DuplicateChoice.KEEP_OUT);

        imports.order(id, ExistingChoice.OVERWRITE, (Map<String, String>) null, false);
        var done = run(id);

        assertThat(List.of(done.added(), done.changed(), done.rejected(), done.undecided()))
                .containsExactly(1L, 1L, 1L, 0L);
        assertThat(named("乙公司").address()).isEqualTo("新路2号");
    }

    @Test
    void a_whole_import_is_undone_once_and_history_and_index_follow() throws Exception {
        imported("名称,统一社会信用代码\n原有公司,91510703205451059P\n");
        var before = enterprises.details(idOf("原有公司")).profile();
        var done =
                imported(
                        "名称,统一社会信用代码,地址\n改名公司,91510703205451059P,某路\n新来特殊名公司,,\n",
                        ExistingChoice.OVERWRITE);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> search.search("新来特殊名公司", EnterpriseFilter.ALL, 5).total() > 0);

        SecurityContext who = SecurityContextHolder.getContext();
        try (var two = Executors.newFixedThreadPool(2)) {
            var clicks =
                    List.of(two.submit(() -> click(who, done)), two.submit(() -> click(who, done)));
            for (var click : clicks) {
                click.get();
            }
        }
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> directory.status(done.id()).undoneAt() != null);
        undo.undo(done.id());

        assertThat(names()).containsExactly("原有公司");
        assertThat(enterprises.details(idOf("原有公司")).profile()).isEqualTo(before);
        assertThat(enterprises.details(idOf("原有公司")).formerNames()).isEmpty();
        assertThat(enterprises.history(idOf("原有公司"), null, 50))
                .extracting(ChangeEntry::act, ChangeEntry::field, ChangeEntry::after)
                .contains(
                        tuple("importUndone", "name", "原有公司"),
                        tuple("importUndone", "address", null));
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> search.search("新来特殊名公司", EnterpriseFilter.ALL, 5).total() == 0);
        assertThat(notices.newest(10))
                .filteredOn(n -> n.messageKey().equals("enterprises.import.notice.undone"))
                .hasSize(1);
    }

    @Test
    void imports_are_undone_one_after_the_other_the_last_first() {
        var first = imported("名称,统一社会信用代码\n原有公司,91510703205451059P\n");
        var second =
                imported("名称,统一社会信用代码,地址\n原有公司,91510703205451059P,某路\n", ExistingChoice.OVERWRITE);
        assertThatThrownBy(() -> undo.undo(first.id()))
                .isInstanceOf(ImportRefused.class)
                .satisfies(refused ->
                        assertThat(
                                        messages.text(
                                                Locale.SIMPLIFIED_CHINESE, (ImportRefused) refused))
                                .contains("1 家企业", "原有公司"));

        undone(second);
        undone(first);

        assertThat(names()).isEmpty();
    }

    @Test
    void an_import_on_which_something_was_built_is_not_undone() {
        var done = imported("名称\n甲公司\n乙公司\n");
        notes.take(idOf("甲公司"), "电话回访");
        assertThatThrownBy(() -> undo.undo(done.id())).isInstanceOf(ImportRefused.class);

        var other = imported("名称\n丙公司\n");
        var seen = enterprises.details(idOf("丙公司"));
        revision.revise(seen.id(), seen.version(), EnterpriseProfile.named("丙公司改名"));
        assertThatThrownBy(() -> undo.undo(other.id())).isInstanceOf(ImportRefused.class);
        assertThat(names()).contains("甲公司", "乙公司", "丙公司改名");
    }

    @Test
    void an_import_is_not_undone_below_the_files_and_comments_that_hang_on_it() throws IOException {
        var done = imported("名称\n附件公司\n");
        var file =
                attachments.attach(
                        EnterpriseRecords.of(idOf("附件公司")),
                        "合同.txt",
                        new ByteArrayInputStream("内容".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> undo.undo(done.id())).isInstanceOf(ImportRefused.class);
        attachments.remove(file.id());
        var comment = commenting.comment(EnterpriseRecords.of(idOf("附件公司")), "已联系");
        assertThatThrownBy(() -> undo.undo(done.id())).isInstanceOf(ImportRefused.class);
        commenting.remove(comment.id());

        undone(done);

        assertThat(names()).isEmpty();
    }

    @Test
    void a_waiting_import_is_cancelled_and_a_finished_one_is_not() {
        var waiting = imports.bring("a.csv", gb(FILE));
        imports.cancel(waiting);
        imports.cancel(waiting);
        assertThat(directory.status(waiting).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(directory.status(waiting).fileKept()).isFalse();

        var done = imported(FILE);
        assertThatThrownBy(() -> imports.cancel(done.id())).isInstanceOf(ImportRefused.class);
    }

    @Test
    void a_running_import_shows_its_progress_and_stops_without_a_trace_when_cancelled() {
        var id = imports.bring("big.csv", gb(manyRows(60_000)));
        var zone = CurrentTenant.get().value();
        // another import of the zone is writing: this one reads all rows, then waits
        transaction.executeWithoutResult(t -> {
            jdbc.query(ImportSql.ONE_AT_A_TIME, row -> {}, zone);
            var separately =
                    new TransactionTemplate(
                            java.util.Objects.requireNonNull(transaction.getTransactionManager()));
            separately.setPropagationBehavior(
                    org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            separately.executeWithoutResult(
                    n -> imports.order(id, ExistingChoice.SKIP, (Map<String, String>) null, false));
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> directory.status(id).read() == 60_000);
            var running = directory.status(id);
            assertThat(running.state()).isEqualTo(ImportState.RUNNING);
            assertThat(running.accepted()).isEqualTo(60_000);
            assertThat(running.rowsPerSecond()).isPositive();
            separately.executeWithoutResult(n -> imports.cancel(id));
            // the lock is still held: what waits for it is cut off, not waited for
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> directory.status(id).state() == ImportState.CANCELLED);
        });

        var stopped = run(id);

        assertThat(stopped.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(stopped.fileKept()).isFalse();
        assertThat(names()).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from audit.change", Long.class)).isZero();
    }

    @Test
    void a_run_that_a_kill_cut_off_begins_anew_and_a_finished_one_is_not_run_twice() {
        var id = imports.bring("a.csv", gb(FILE));
        var runId = UuidV7.next();
        // what a killed process leaves behind: the row says RUNNING, nothing was committed
        transaction.executeWithoutResult(t ->
                jdbc.update(
                        """
                        update enterprises.import_job
                        set state = 'RUNNING', phase = 'READING', read_rows = 3, run_id = ?, existing = 'OVERWRITE',
                            fields = '{name,creditCode,registeredCapitalWan,foundedOn}' where id = ?\
                        """,
                        runId,
                        id));

        job.run(runId);
        var first = directory.status(id);
        var state = state();
        job.run(runId);

        assertThat(first.state()).isEqualTo(ImportState.COMPLETED);
        assertThat(first.added()).isEqualTo(2);
        assertThat(directory.status(id)).isEqualTo(first);
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void who_started_it_is_told_when_it_is_done() {
        var done = imported(FILE);

        assertThat(notices.newest(5))
                .extracting(Notice::messageKey, Notice::link)
                .containsExactly(
                        tuple(
                                "enterprises.import.notice.completed",
                                "/enterprises/imports/" + done.id()));
        assertThat(notices.newest(5).getFirst().arguments())
                .containsExactly("企业.csv", "2", "0", "2");
    }

    @Test
    void files_of_every_kind_come_in() throws IOException {
        var bom = "\ufeff企业名称,城市\n带标记公司,德阳\n".getBytes(StandardCharsets.UTF_8);
        var gz = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(gz)) {
            packed.write("企业名称,城市\n压缩公司,德阳\n".getBytes(StandardCharsets.UTF_8));
        }
        var xlsx = new ByteArrayOutputStream();
        try (var book = new Workbook(xlsx, "test", "1.0")) {
            var sheet = book.newWorksheet("企业");
            sheet.value(0, 0, "企业名称");
            sheet.value(0, 1, "注册资本（万元）");
            sheet.value(0, 2, "成立日期");
            sheet.value(1, 0, "表格公司");
            sheet.value(1, 1, 12.5);
            sheet.value(1, 2, LocalDate.of(2001, 2, 3));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
        }
        for (var content : List.of(bom, gz.toByteArray(), xlsx.toByteArray())) {
            assertThat(
                            run(imports.start(
                                            "x.bin",
                                            new ByteArrayInputStream(content),
                                            ExistingChoice.FILL_GAPS))
                                    .added())
                    .isEqualTo(1);
        }
        assertThat(names()).containsExactlyInAnyOrder("带标记公司", "压缩公司", "表格公司");
        assertThat(named("表格公司").registeredCapital())
                .isEqualByComparingTo(new BigDecimal("125000"));
        assertThat(named("表格公司").foundedOn()).isEqualTo(LocalDate.of(2001, 2, 3));
    }

    @Test
    void what_is_no_table_is_refused_in_words_and_nothing_is_kept() throws IOException {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H'};
        var bomb = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bomb)) {
            var zeros = new byte[1 << 20];
            java.util.Arrays.fill(zeros, (byte) 'a');
            for (int i = 0; i < 64; i++) {
                packed.write(zeros);
            }
        }
        refused(png, TabularFault.UNKNOWN_TYPE, TabularFault.UNDECODABLE, TabularFault.BROKEN);
        refused(new byte[0], TabularFault.EMPTY);
        refused("企业名称,地址\n".getBytes(StandardCharsets.UTF_8), TabularFault.NO_ROWS);
        refused(bomb.toByteArray(), TabularFault.BOMB);
        assertThatThrownBy(() -> imports.bring("big.csv", new Endless()))
                .isInstanceOfSatisfying(
                        TabularFileRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(TabularFault.TOO_LARGE));
        assertThat(directory.newest(10)).isEmpty();
    }

    @Test
    void files_that_nobody_imports_are_thrown_away_after_a_week() throws SQLException {
        var old = imports.bring("old.csv", gb(FILE));
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + CurrentTenant.get().value() + "'");
            sql.execute("update enterprises.import_job set created_at = now() - interval '8 days'");
        }

        imports.bring("new.csv", gb(FILE));

        assertThat(directory.status(old).fileKept()).isFalse();
        assertThat(directory.status(old).failureKey()).isEqualTo("enterprises.import.expired");
    }

    @Test
    void another_zone_sees_nothing() {
        imported("名称\n甲公司\n");
        var done = imported("名称,地址\n甲公司,某路\n");
        assertThat(done.undecided()).isEqualTo(1);
        var waiting = imports.bring("a.csv", gb(FILE));
        zones.in(
                "luzhou",
                () -> {
                    assertThat(directory.newest(10)).isEmpty();
                    List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> doors =
                            List.of(
                                    () -> directory.status(done.id()),
                                    () -> directory.preview(waiting),
                                    () -> directory.errors(done.id(), null, 10),
                                    () -> directory.likelyDuplicates(done.id(), 0, 10),
                                    () -> undo.undo(done.id()),
                                    () -> imports.cancel(waiting),
                                    () ->
                                            imports.order(
                                                    waiting,
                                                    ExistingChoice.SKIP,
                                                    (Map<String, String>) null,
                                                    false),
                                    () ->
                                            duplicates.decide(
                                                    done.id(), null, DuplicateChoice.TAKE_AS_NEW));
                    for (var door : doors) {
                        assertThatThrownBy(door).isInstanceOf(UnknownImport.class);
                    }
                    for (var table :
                            List.of(
                                    "import_job",
                                    "import_chunk",
                                    "import_error",
                                    "import_likely",
                                    "import_before",
                                    "import_mapping")) {
                        assertThat(
                                        transaction.<Long>execute(t ->
                                                jdbc.queryForObject(
                                                        "select count(*) from enterprises." + table,
                                                        Long.class)))
                                .as(table)
                                .isZero();
                    }
                    return true;
                });
        assertThat(directory.status(waiting).state()).isEqualTo(ImportState.UPLOADED);
    }

    /** Never ends: more than the largest file. */
    private static final class Endless extends java.io.InputStream {
        @Override
        public int read() {
            return 'a';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            java.util.Arrays.fill(into, from, from + length, (byte) 'a');
            return length;
        }
    }

    private void refused(byte[] content, TabularFault... faults) {
        assertThatThrownBy(() -> imports.bring("企业.xlsx", new ByteArrayInputStream(content)))
                .isInstanceOfSatisfying(
                        TabularFileRefused.class,
                        refused -> {
                            assertThat(refused.fault()).isIn((Object[]) faults);
                            assertThat(messages.text(Locale.SIMPLIFIED_CHINESE, refused))
                                    .doesNotContain("transfer.");
                        });
    }

    private boolean click(SecurityContext who, ImportJob done) {
        SecurityContextHolder.setContext(who);
        try {
            undo.undo(done.id());
            return true;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void undone(ImportJob done) {
        undo.undo(done.id());
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> directory.status(done.id()).undoneAt() != null);
    }

    private String csv(UUID id, Locale locale) throws IOException {
        var out = new ByteArrayOutputStream();
        directory.writeErrors(
                id, locale, List.of("row", "column", "field", "value", "reason"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Everything that an import may not touch when it has nothing to say. */
    private List<?> state() {
        return transaction.<List<?>>execute(t ->
                List.<List<?>>of(
                        jdbc.queryForList("select * from enterprises.enterprise order by id"),
                        jdbc.queryForList("select * from audit.change order by id"),
                        jdbc.queryForList(
                                "select * from enterprises.former_name order by enterprise_id, name")));
    }

    private List<String> names() {
        return enterprises
                .find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 100)
                .items()
                .stream()
                .map(EnterpriseRow::name)
                .toList();
    }

    private EnterpriseId idOf(String name) {
        return enterprises
                .find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 100)
                .items()
                .stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private EnterpriseProfile named(String name) {
        return enterprises.details(idOf(name)).profile();
    }

    private static String manyRows(int rows) {
        var file = new StringBuilder("企业名称\n");
        for (int i = 0; i < rows; i++) {
            file.append("批量").append(i).append("公司\n");
        }
        return file.toString();
    }

    private static ByteArrayInputStream gb(String text) {
        return new ByteArrayInputStream(text.getBytes(Charset.forName("GB18030")));
    }

    private ImportJob imported(String text) {
        return imported(text, ExistingChoice.OVERWRITE);
    }

    private ImportJob imported(String text, ExistingChoice existing) {
        return run(imports.start("企业.csv", gb(text), existing));
    }

    private ImportJob run(UUID id) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !directory.status(id).state().isUnderWay());
        return directory.status(id);
    }
}
