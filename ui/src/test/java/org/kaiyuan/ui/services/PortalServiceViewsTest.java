package org.kaiyuan.ui.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.portal.MyEnterprises;
import org.kaiyuan.services.Applicant;
import org.kaiyuan.services.CaseAcceptance;
import org.kaiyuan.services.CaseDirectory;
import org.kaiyuan.services.CaseDrafting;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseSubmission;
import org.kaiyuan.services.DraftId;
import org.kaiyuan.services.FilledIn;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.MyCases;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.files.ResumableUpload;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The portal's pages of services, as people of enterprises see them. */
class PortalServiceViewsTest extends ViewTest {
    private static final FormAnswers COMPLETE =
            new FormAnswers(
                    Map.of(
                            "project", List.of("三号车间数字化改造"),
                            "kind", List.of("renewal"),
                            "amount", List.of("500000")),
                    Map.of());

    @Autowired ServiceKeeping keeping;
    @Autowired CaseDrafting drafting;
    @Autowired CaseSubmission submission;
    @Autowired CaseAcceptance acceptance;
    @Autowired CaseDirectory directory;
    @Autowired MyCases cases;
    @Autowired MyEnterprises mine;
    @Autowired Attachments attachments;
    @Autowired Zones zones;
    @Autowired AuthenticationProvider signIn;
    private String title = "";
    private ServiceId service = ServiceId.next();

    @BeforeEach
    void publish() {
        title = "技术改造扶持资金申报" + UUID.randomUUID().toString().substring(0, 6);
        service = zones.in("zigong", () -> PortalServiceFixture.published(keeping, title));
        actAs("zigong-enterprise");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_address_holds_the_question_and_nothing_found_says_what_to_do() {
        UI.getCurrent()
                .navigate(
                        PortalServiceNavigation.FIND,
                        QueryParameters.of("q", "没有这样的事" + UUID.randomUUID()));
        var view = (PortalServiceFindView) getCurrentView();

        assertThat(view.search.question.getValue()).startsWith("没有这样的事");
        assertThat(text(view)).contains("没有找到", "全部服务");
    }

    @Test
    void a_guide_tells_what_is_needed_and_speaks_english_on_request() {
        var view = guide();

        assertThat(text(view))
                .contains(title, "10 个工作日", "项目实施方案", "可容缺", "园区已有，不用交", "不收费", "园区产业扶持资金管理办法");
        assertThat(view.begin).hasSize(1);

        view.language.click();
        assertThat(text(view)).contains("Support for technical renewal", "Project plan");
        view.language.click();
        assertThat(text(view)).contains(title);
    }

    @Test
    void what_is_filled_in_is_kept_and_a_colleagues_other_fields_are_taken_in() {
        var view = draft();
        field(view, "project").setValue("三号车间");
        view.keep();
        var id = id(view);
        assertThat(drafting.find(id).answers().one("project")).isEqualTo("三号车间");

        colleagueSaves(id, "amount", "9000");
        field(view, "project").setValue("三号车间数字化改造");
        view.keep();

        assertThat(drafting.find(id).answers().one("amount")).isEqualTo("9000");
        assertThat(drafting.find(id).answers().one("project")).isEqualTo("三号车间数字化改造");
        assertThat(text(keeping(view))).contains("已保存");
    }

    @Test
    void what_both_changed_is_shown_of_both_and_nothing_is_lost_until_one_chooses() {
        var view = draft();
        field(view, "project").setValue("开头");
        view.keep();
        colleagueSaves(id(view), "project", "同事写的");
        field(view, "project").setValue("我写的");
        view.keep();

        assertThat(keeping(view).clash.isVisible()).isTrue();
        assertThat(text(keeping(view).clash)).contains("同事写的", "我写的", "项目名称");
        assertThat(field(view, "project").getValue()).isEqualTo("我写的");
        assertThat(drafting.find(id(view)).answers().one("project")).isEqualTo("同事写的");
        view.submit.click();
        assertThat(drafting.find(id(view)).submitted()).isNull();

        button(keeping(view).clash, "保留我的").click();

        assertThat(keeping(view).clash.isVisible()).isFalse();
        assertThat(drafting.find(id(view)).answers().one("project")).isEqualTo("我写的");
    }

    @Test
    void who_is_asked_back_the_pledge_and_what_follows_outlive_a_reload() {
        var view = draft();
        var id = id(view);
        view.applicantName.setValue("王芳");
        view.applicantPhone.setValue("13800001234");
        view.pledge.setValue(true);
        view.papers.get(1).later.setValue(true);
        assertThat(text(keeping(view))).contains("正在保存");
        view.keep();

        view = open(id);

        assertThat(view.applicantName.getValue()).isEqualTo("王芳");
        assertThat(view.applicantPhone.getValue()).isEqualTo("13800001234");
        assertThat(view.pledge.getValue()).isTrue();
        assertThat(view.papers.get(1).later.getValue()).isTrue();
        assertThat(view.papers.getFirst().later.getValue()).isFalse();
    }

    @Test
    void a_colleagues_contact_pledge_and_paper_that_follows_are_taken_in_or_shown_beside() {
        var view = draft();
        var id = id(view);
        var now = drafting.find(id);
        drafting.save(
                id,
                new FilledIn(
                        now.answers(),
                        new Applicant("同事", now.filledIn().applicant().phone()),
                        true,
                        Set.of("ledger")),
                now.version());
        view.applicantName.setValue("我");
        view.applicantPhone.setValue("13800001234");
        view.keep();

        assertThat(text(keeping(view).clash)).contains("联系人 · 姓名", "同事", "我");
        assertThat(view.applicantName.getValue()).isEqualTo("我");
        assertThat(view.applicantPhone.getValue()).isEqualTo("13800001234");
        assertThat(view.pledge.getValue()).isTrue();
        assertThat(view.papers.get(1).later.getValue()).isTrue();

        button(keeping(view).clash, "用同事的").click();

        assertThat(view.applicantName.getValue()).isEqualTo("同事");
        assertThat(drafting.find(id).filledIn())
                .isEqualTo(
                        new FilledIn(
                                now.answers(),
                                new Applicant("同事", "13800001234"),
                                true,
                                Set.of("ledger")));
    }

    @Test
    void a_file_that_the_form_asks_for_comes_in_pieces_like_the_materials() {
        var view = draft();
        var id = id(view);
        var box = Objects.requireNonNull(view.pane).field("photos");
        var upload = $(ResumableUpload.class, box).single();
        assertThat(String.valueOf(upload.getElement().getPropertyRaw("setup")))
                .contains("\"place\":\"answers.photos\"", "现场照片", id.toString())
                .contains("\"camera\":true");
        var photo = attach(new RecordRef(CaseDrafting.SUBJECT, id.value()), "现场.txt");

        for (int i = 0; i < 2; i++) {
            ComponentUtil.fireEvent(
                    upload, new ResumableUpload.Uploaded(upload, true, photo.id().toString()));
        }
        view.keep();

        assertThat(drafting.find(id).answers().values().get("photos"))
                .containsExactly(photo.id().toString());
        assertThat(text(Objects.requireNonNull(open(id).pane).field("photos"))).contains("现场.txt");
    }

    @Test
    void what_is_missing_is_listed_and_what_was_typed_stays() {
        var view = draft();
        field(view, "project").setValue("三号车间");
        view.applicantPhone.setValue("13800001234");

        view.submit.click();

        var faults = Objects.requireNonNull(view.faults);
        assertThat(faults.isVisible()).isTrue();
        assertThat(text(faults)).contains("申请金额", "项目实施方案");
        assertThat(field(view, "project").getValue()).isEqualTo("三号车间");
        assertThat(view.applicantPhone.getValue()).isEqualTo("13800001234");
        assertThat(view.submit.isEnabled()).isTrue();
    }

    @Test
    void a_complete_draft_becomes_one_case_with_a_receipt() {
        var view = draft();
        var id = id(view);
        drafting.save(id, said(COMPLETE), drafting.find(id).version());
        view = open(id);
        view.papers.getFirst().brought(file(view.papers.getFirst(), id));
        view.papers.get(1).later.setValue(true);
        view.applicantPhone.setValue("13800001234");

        view.submit.click();

        var made = (PortalCaseView) getCurrentView();
        var caseId = Objects.requireNonNull(drafting.find(id).submitted());
        var receipt = cases.receipt(caseId);
        assertThat(text(made)).contains("已提交", receipt.number(), receipt.code(), title);
        UI.getCurrent().navigate(PortalServiceNavigation.draft(id));
        assertThat(getCurrentView()).isInstanceOf(PortalCaseView.class);
        assertThat(cases.list(enterprise(), false, null, 100).items())
                .filteredOn(row -> row.title().equals(title))
                .hasSize(1);
    }

    @Test
    void what_the_park_asks_for_is_handed_in_from_the_page_of_the_case() {
        var id = submitted();
        zones.in(
                "zigong",
                () -> {
                    acceptance.askSupplement(
                            id,
                            Map.of("plan", "缺少第三页"),
                            "请补全实施方案",
                            directory.find(id).row().version());
                    return id;
                });
        var view = show(id);
        var supplement = Objects.requireNonNull(view.supplement);
        assertThat(text(view)).contains("请补正", "请补全实施方案", "缺少第三页");

        var line = supplement.papers.getFirst();
        line.brought(attach(new RecordRef(PortalSupplementPane.SUBJECT, id.value()), "补正.txt"));
        supplement.send.click();

        assertThat(view.supplement).isNull();
        assertThat(text(view)).doesNotContain("请补正");
    }

    @Test
    void withdrawing_needs_a_reason_and_ends_the_case() {
        var view = show(submitted());

        view.withdraw.click();
        var dialog = $(org.kaiyuan.ui.kit.AskDialog.class).single();
        dialog.go.click();
        assertThat(dialog.isOpened()).isTrue();
        $(com.vaadin.flow.component.textfield.TextArea.class, dialog).single().setValue("改期再办");
        dialog.go.click();

        assertThat(text(view)).contains("已撤回");
    }

    @Test
    void another_enterprises_person_sees_nothing_and_cannot_tell_it_from_what_is_not_there() {
        var caseId = submitted();
        var draft = drafting.begin(service, enterprise());
        SecurityContextHolder.clearContext();
        actAs("dazhou-enterprise");

        UI.getCurrent().navigate(PortalServiceNavigation.one(caseId));
        var foreign = text((Component) getCurrentView());
        UI.getCurrent().navigate(PortalServiceNavigation.CASES + "/" + UUID.randomUUID());
        assertThat(foreign).isEqualTo(text((Component) getCurrentView())).doesNotContain(title);
        UI.getCurrent().navigate(PortalServiceNavigation.draft(draft));
        assertThat(text((Component) getCurrentView())).doesNotContain(title);
        UI.getCurrent().navigate(PortalServiceNavigation.CASES);
        assertThat(text((Component) getCurrentView())).doesNotContain(title);
        UI.getCurrent().navigate(PortalServiceNavigation.INBOX);
        assertThat(text((Component) getCurrentView())).doesNotContain(title);
    }

    @Test
    void the_start_page_asks_what_one_wants_and_shows_what_is_under_way() {
        submitted();

        UI.getCurrent().navigate("portal");
        var view = (Component) getCurrentView();

        assertThat(text(view)).contains("您想办什么事", title, "政策资金", "我代表的企业");
        assertThat($(PortalStartPane.class).single().topics.getChildren())
                .anyMatch(
                        chip -> chip instanceof Anchor topic && topic.getHref().contains("topic="));
    }

    @Test
    void pages_speak_english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);

        assertThat(text(show(submitted()))).contains("Time limit", "Handed in", "Withdraw");
    }

    private PortalGuideView guide() {
        UI.getCurrent().navigate(PortalServiceNavigation.guide(service));
        return (PortalGuideView) getCurrentView();
    }

    private PortalDraftView draft() {
        guide().begin.getFirst().click();
        return (PortalDraftView) getCurrentView();
    }

    private PortalDraftView open(DraftId id) {
        UI.getCurrent().navigate("portal");
        UI.getCurrent().navigate(PortalServiceNavigation.draft(id));
        return (PortalDraftView) getCurrentView();
    }

    private PortalCaseView show(CaseId id) {
        UI.getCurrent().navigate(PortalServiceNavigation.one(id));
        return (PortalCaseView) getCurrentView();
    }

    private DraftId id(PortalDraftView ignored) {
        return drafting.of(enterprise()).stream()
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private CaseId submitted() {
        var id = drafting.begin(service, enterprise());
        var version = drafting.save(id, said(COMPLETE), drafting.find(id).version());
        var paper = attach(new RecordRef(CaseDrafting.SUBJECT, id.value()), "方案.txt");
        drafting.paper(id, "plan", paper.id());
        var second = attach(new RecordRef(CaseDrafting.SUBJECT, id.value()), "清单.txt");
        drafting.paper(id, "ledger", second.id());
        return submission.submit(id, version).caseId();
    }

    private static FilledIn said(FormAnswers answers) {
        return new FilledIn(answers, new Applicant("王芳", "13800001234"), false, Set.of());
    }

    private void colleagueSaves(DraftId id, String field, String value) {
        var now = drafting.find(id);
        var values = new HashMap<>(now.answers().values());
        values.put(field, List.of(value));
        drafting.save(id, said(new FormAnswers(values, now.answers().tables())), now.version());
    }

    private AttachedFile file(PortalPaperLine line, DraftId id) {
        return attach(new RecordRef(CaseDrafting.SUBJECT, id.value()), line.key() + ".txt");
    }

    private AttachedFile attach(RecordRef record, String name) {
        try {
            return attachments.attach(
                    record,
                    name,
                    new ByteArrayInputStream(
                            (name + "正文").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private EnterpriseId enterprise() {
        return Objects.requireNonNull(mine.mine().getFirst().enterpriseId());
    }

    private static PortalDraftKeeping keeping(PortalDraftView view) {
        return Objects.requireNonNull(view.keeping);
    }

    private static TextField field(PortalDraftView view, String key) {
        return (TextField) Objects.requireNonNull(view.pane).field(key);
    }

    private com.vaadin.flow.component.button.Button button(Component in, String text) {
        return $(com.vaadin.flow.component.button.Button.class, in).all().stream()
                .filter(one -> one.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component of) {
        return of.getElement().getTextRecursively();
    }

    private void actAs(String username) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        signIn.authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                        username, "Kaiyuan-demo-2026"))));
    }
}
