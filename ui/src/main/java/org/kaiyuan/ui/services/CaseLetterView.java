package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
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
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseLetter;
import org.kaiyuan.services.LetterId;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.UnknownCase;
import org.kaiyuan.services.UnknownLetter;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** A letter (文书) as it is printed: A4, nothing around it. */
@Route(value = "services/cases/:case/letters/:letter", autoLayout = false)
@RolesAllowed(ServicesPermissions.READ)
class CaseLetterView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Button print = new Button();
    private final transient CaseDoors doors;
    private String title = "";

    CaseLetterView(CaseDoors doors) {
        this.doors = doors;
        addClassName("letter-page");
        print.setText(word("print"));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        print.addClickListener(
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var given = event.getRouteParameters();
        try {
            var id = new CaseId(UUID.fromString(given.get("case").orElse("")));
            var letter = new LetterId(UUID.fromString(given.get("letter").orElse("")));
            show(id, doors.letters().find(id, letter));
        } catch (UnknownCase | UnknownLetter | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("services.refusal.unknownLetter"),
                            CaseCells.link(CaseNavigation.INBOX, word("back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void show(CaseId id, CaseLetter letter) {
        title = letter.title();
        var bar =
                new Div(
                        CaseCells.link(CaseNavigation.toCase(id), getTranslation("ui.form.back")),
                        docx(doors, id, letter),
                        print);
        bar.addClassName("letter-bar");
        var number = new Div(letter.number());
        number.addClassName("letter-number");
        var body = new Div();
        body.addClassName("letter-body");
        var lines = letter.body().lines().filter(line -> !line.isBlank()).toList();
        for (var line : lines) {
            var paragraph = new Paragraph(line.strip());
            // whom it is written to stands at the margin
            if (paragraph.getText().endsWith("：") && body.getComponentCount() == 0) {
                paragraph.addClassName("to");
            }
            body.add(paragraph);
        }
        var zone = new Div(CaseZone.name(doors));
        var on = new Div(day(letter));
        var sign = new Div(zone, on);
        sign.addClassName("letter-sign");
        var by = new Div(word("letter.by", letter.signedName()));
        by.addClassName("letter-by");
        var sheet = new Div(new H1(letter.title()), number, body, sign, by);
        sheet.addClassName("letter-sheet");
        add(bar, sheet);
    }

    private String day(CaseLetter letter) {
        return getLocale().getLanguage().equals("zh")
                ? "%d年%d月%d日"
                        .formatted(
                                letter.on().getYear(),
                                letter.on().getMonthValue(),
                                letter.on().getDayOfMonth())
                : Shown.date(letter.on());
    }

    static Anchor docx(CaseDoors doors, CaseId id, CaseLetter letter) {
        var link =
                new Anchor(
                        CaseDownloads.bytes(
                                doors.messages(),
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                () -> {
                                    var file = doors.letters().docx(id, letter.id());
                                    return new CaseDownloads.Ready(file.name(), file.content());
                                }),
                        "DOCX");
        link.setAriaLabel(letter.title() + " DOCX");
        link.addClassName("download");
        return link;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
