package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.row;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseLetter;
import org.kaiyuan.services.LetterId;
import org.kaiyuan.services.UnknownCase;
import org.kaiyuan.services.UnknownLetter;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.PortalShell;

/** A letter to be read, printed and taken along. */
@Route(value = "portal/cases/:case/letters/:letter", layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalLetterView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient PortalServiceDoors doors;
    private String title = "";

    PortalLetterView(PortalServiceDoors doors) {
        this.doors = doors;
        addClassNames("portal-services", "letter-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        title = word(this, "letters");
        var given = event.getRouteParameters();
        try {
            var id = new CaseId(UUID.fromString(given.get("case").orElse("")));
            var letter = new LetterId(UUID.fromString(given.get("letter").orElse("")));
            show(id, doors.letters().find(id, letter));
        } catch (UnknownCase | UnknownLetter | IllegalArgumentException unknown) {
            add(
                    new EmptyState(
                            Glyph.Of.FILE,
                            getTranslation("services.refusal.unknownLetter"),
                            PortalPieces.link(PortalServiceNavigation.CASES, word(this, "cases"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.portal.product");
    }

    private void show(CaseId id, CaseLetter letter) {
        title = letter.title();
        var print =
                new Button(
                        word(this, "letters.print"),
                        click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var docx =
                new Anchor(
                        new PortalLetterDownload(doors, id, letter.id()),
                        word(this, "letters.take"));
        docx.addClassName("portal-link");
        var paper = new Article(new H1(letter.title()), number(letter));
        paper.addClassName("letter");
        body(letter, paper);
        add(
                row(
                        "letter-tools",
                        PortalPieces.link(PortalServiceNavigation.one(id), word(this, "case.back")),
                        docx,
                        print),
                paper);
    }

    /** As it was written: whom it is for, what it says, and at its end, on the right, who says it and when. */
    private void body(CaseLetter letter, Article paper) {
        var zone =
                CurrentTenant.maybe()
                        .flatMap(doors.tenants()::find)
                        .map(TenantSummary::name)
                        .orElse("");
        boolean ending = false;
        boolean first = true;
        for (var line : letter.body().lines().filter(one -> !one.isBlank()).toList()) {
            var paragraph = new Paragraph(line.strip());
            ending |= line.strip().equals(zone);
            if (ending) {
                paragraph.addClassName("letter-end");
            } else if (first && line.strip().matches(".*[：:]")) {
                paragraph.addClassName("letter-whom");
            }
            first = false;
            paper.add(paragraph);
        }
    }

    private static Div number(CaseLetter letter) {
        return row("letter-number", new Div(letter.number()));
    }
}
