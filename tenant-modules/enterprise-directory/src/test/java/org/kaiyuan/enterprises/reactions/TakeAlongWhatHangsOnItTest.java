package org.kaiyuan.enterprises.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRecords;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseRemoval;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.timeline.Comment;
import org.kaiyuan.platform.timeline.Commenting;
import org.kaiyuan.platform.timeline.Timeline;
import org.kaiyuan.platform.timeline.TimelineEntry;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@ActAsZone("hanging-zone")
class TakeAlongWhatHangsOnItTest {
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseMerge merge;
    @Autowired EnterpriseRemoval removal;
    @Autowired Attachments attachments;
    @Autowired Commenting commenting;
    @Autowired Timeline timeline;
    @Autowired EnterpriseRecords records;
    @Autowired Zones zones;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void what_hangs_on_the_one_merged_away_is_found_at_the_survivor_with_what_happened_to_it()
            throws IOException {
        var survivor = registration.register(EnterpriseProfile.named("保留的有限公司"));
        var merged = registration.register(EnterpriseProfile.named("并入的有限公司"));
        attach(survivor, "合同.txt");
        attach(merged, "合同.txt");
        attach(merged, "图纸.txt");
        commenting.comment(EnterpriseRecords.of(merged), "并入前的话");

        merge.merge(survivor, version(survivor), merged, version(merged), Set.of());

        soon(() -> assertThat(commentsOf(survivor)).containsExactly("并入前的话"));
        assertThat(namesOf(survivor)).containsExactlyInAnyOrder("合同.txt", "图纸.txt");
        assertThat(stillThere(merged)).isZero();
        assertThat(timeline.of(EnterpriseRecords.of(survivor), null, 50).items())
                .filteredOn(entry ->
                        entry instanceof TimelineEntry.Changed(var change)
                                && change.subject().equals(merged.value()))
                .as("what happened to the one that was merged away")
                .isNotEmpty();
        assertThatThrownBy(() -> attachments.of(EnterpriseRecords.of(merged), null, 5))
                .isInstanceOf(UnknownRecord.class);
    }

    @Test
    void through_a_second_merge_it_goes_on_to_the_last_survivor() throws IOException {
        var first = registration.register(EnterpriseProfile.named("第一有限公司"));
        var second = registration.register(EnterpriseProfile.named("第二有限公司"));
        var third = registration.register(EnterpriseProfile.named("第三有限公司"));
        attach(first, "一.txt");
        attach(second, "二.txt");
        commenting.comment(EnterpriseRecords.of(first), "第一句");

        merge.merge(second, version(second), first, version(first), Set.of());
        merge.merge(third, version(third), second, version(second), Set.of());

        soon(() -> assertThat(commentsOf(third)).containsExactly("第一句"));
        soon(() -> assertThat(namesOf(third)).containsExactlyInAnyOrder("一.txt", "二.txt"));
    }

    @Test
    void files_and_comments_go_with_an_enterprise_that_is_removed() throws IOException {
        var id = registration.register(EnterpriseProfile.named("删除的有限公司"));
        attach(id, "合同.txt");
        commenting.comment(EnterpriseRecords.of(id), "要删除的话");

        removal.remove(id, version(id));

        soon(() -> assertThat(stillThere(id)).isZero());
        soon(() -> assertThat(textsOf(id)).containsOnlyNulls().hasSize(1));
        assertThatThrownBy(() -> attachments.of(EnterpriseRecords.of(id), null, 5))
                .isInstanceOf(UnknownRecord.class);
    }

    @Test
    void while_something_is_hung_on_it_nobody_merges_or_deletes_it() {
        var id = registration.register(EnterpriseProfile.named("被占住的有限公司"));
        var another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions)
                .executeWithoutResult(open -> {
                    assertThat(records.hold(id.value())).isTrue();
                    assertThatThrownBy(
                                    () -> another.executeWithoutResult(held -> takeForChange(id)))
                            .as("lock_not_available")
                            .hasMessageContaining("55P03");
                });
        new TransactionTemplate(transactions).executeWithoutResult(open -> takeForChange(id));
    }

    @Test
    void another_zone_sees_nothing() throws IOException {
        var id = registration.register(EnterpriseProfile.named("本区的有限公司"));
        attach(id, "合同.txt");

        zones.in(
                "hanging-other",
                () -> {
                    assertThatThrownBy(() -> attachments.of(EnterpriseRecords.of(id), null, 5))
                            .isInstanceOf(UnknownRecord.class);
                    assertThatThrownBy(() -> attach(id, "外来.txt"))
                            .isInstanceOf(UnknownRecord.class);
                    return "";
                });
    }

    private void attach(EnterpriseId id, String name) throws IOException {
        attachments.attach(
                EnterpriseRecords.of(id),
                name,
                new ByteArrayInputStream("内容".getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> namesOf(EnterpriseId id) {
        return attachments.of(EnterpriseRecords.of(id), null, 9).items().stream()
                .map(AttachedFile::name)
                .toList();
    }

    private List<@Nullable String> commentsOf(EnterpriseId id) {
        return commenting.of(EnterpriseRecords.of(id), null, 9).items().stream()
                .<@Nullable String>map(Comment::text)
                .toList();
    }

    private List<@Nullable String> textsOf(EnterpriseId gone) {
        return inTransaction(() ->
                jdbc.query(
                        "select text from timeline.comment where subject_id = ?",
                        (row, number) -> row.getString(1),
                        gone.value()));
    }

    private void takeForChange(EnterpriseId id) {
        jdbc.queryForList(
                "select 1 from enterprises.enterprise where id = ? for no key update nowait",
                id.value());
    }

    private static void soon(ThrowingRunnable isSo) {
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).untilAsserted(isSo);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(open -> work.get());
    }

    private long version(EnterpriseId id) {
        return directory.details(id).version();
    }

    private int stillThere(EnterpriseId id) {
        return inTransaction(() ->
                jdbc.queryForObject(
                        "select count(*) from files.file where subject_id = ? and removed_at is null",
                        Integer.class,
                        id.value()));
    }
}
