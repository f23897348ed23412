package org.kaiyuan.ui.services;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.Receipt;
import org.kaiyuan.ui.kit.QrPicture;
import org.kaiyuan.ui.kit.Shown;

/** 收件回执 to be printed – number, code and a QR for asking how far it is – and then the scans of what was handed over. */
class CounterReceipt extends Div {
    final Button print = new Button();
    final Button more = new Button();
    private final transient CaseDoors doors;
    private final transient Receipt receipt;
    private final Div qr = new Div();

    CounterReceipt(
            CaseDoors doors, Receipt receipt, String enterprise, SerializableRunnable again) {
        this.doors = doors;
        this.receipt = receipt;
        addClassNames("counter-receipt", "dossier");
        var sheet = doors.directory().find(receipt.caseId());
        print.setText(word("print"));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        print.addClickListener(
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        more.setText(word("counter.again"));
        more.addClickListener(click -> again.run());
        var bar =
                new Div(
                        print,
                        CaseCells.link(CaseNavigation.toCase(receipt.caseId()), word("whole")),
                        more);
        bar.addClassNames("line", "screen-only");
        var number = new Div(receipt.number());
        number.addClassName("receipt-number");
        var code = new Div(new Span(word("receipt.code") + " "), new Span(receipt.code()));
        code.addClassName("receipt-code");
        qr.addClassName("receipt-qr");
        var said =
                new Div(
                        number,
                        code,
                        CaseCells.facts(
                                CaseCells.fact(word("service"), sheet.row().title()),
                                CaseCells.fact(word("enterprise"), enterprise),
                                CaseCells.fact(word("applicant"), sheet.applicant().name()),
                                CaseCells.fact(word("submittedAt"), Shown.moment(receipt.at())),
                                CaseCells.fact(word("receipt.by"), doors.person().displayName())),
                        list(sheet));
        said.addClassName("receipt-said");
        var paper = new Div(said, qr);
        paper.addClassName("receipt-paper");
        var title = new H2(CaseZone.name(doors) + " " + word("receipt.title"));
        add(bar, title, paper, new Paragraph(word("receipt.detail")), scans(sheet));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var zone =
                CurrentTenant.maybe()
                        .flatMap(doors.tenants()::find)
                        .map(TenantSummary::code)
                        .orElse("");
        attached.getUI()
                .getPage()
                .fetchCurrentURL(here -> {
                    qr.removeAll();
                    qr.add(
                            new QrPicture(
                                    "%s://%s/z/%s/progress?receipt=%s"
                                            .formatted(
                                                    here.getProtocol(),
                                                    here.getAuthority(),
                                                    URLEncoder.encode(zone, StandardCharsets.UTF_8),
                                                    URLEncoder.encode(
                                                            receipt.number(),
                                                            StandardCharsets.UTF_8)),
                                    word("receipt.qr")));
                });
    }

    /** What was handed over, and what is still missing. */
    private Div list(CaseSheet sheet) {
        var lines = new Div();
        lines.addClassName("receipt-list");
        for (var one : sheet.materials()) {
            lines.add(
                    new Div(
                            one.material().name()
                                    + getTranslation("ui.colon")
                                    + doors.messages().of(getLocale(), one.state())));
        }
        return lines;
    }

    private Section scans(CaseSheet sheet) {
        var scans = new Section(new H2(word("counter.scans")));
        scans.addClassNames("screen-only", "form-group");
        scans.add(CaseCells.quiet(word("counter.scans.detail")));
        for (var one : sheet.materials()) {
            if (one.material().held()) {
                continue;
            }
            var name = new Span(one.material().name());
            var details =
                    new Details(
                            name,
                            new CaseScan(
                                    doors,
                                    receipt.caseId(),
                                    one.material().key(),
                                    file ->
                                            name.setText(
                                                    word(
                                                            "counter.scanned",
                                                            one.material().name()))));
            scans.add(details);
        }
        scans.setVisible(!sheet.materials().isEmpty());
        return scans;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
