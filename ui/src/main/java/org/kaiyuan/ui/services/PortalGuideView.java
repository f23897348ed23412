package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.chip;
import static org.kaiyuan.ui.services.PortalPieces.fact;
import static org.kaiyuan.ui.services.PortalPieces.prose;
import static org.kaiyuan.ui.services.PortalPieces.row;
import static org.kaiyuan.ui.services.PortalPieces.section;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.ColleagueRight;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.LegalGround;
import org.kaiyuan.services.OpenService;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.UnknownService;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.PortalShell;

/** 办事指南: who may ask, what is needed, how long it takes and who decides; and beginning. */
@Route(value = "portal/services/:service", layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalGuideView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Button language = new Button();
    final List<Button> begin = new ArrayList<>();
    private final transient PortalServiceDoors doors;
    private transient @Nullable OpenService service;
    private transient @Nullable PortalStanding standing;
    private boolean inEnglish;

    PortalGuideView(PortalServiceDoors doors) {
        this.doors = doors;
        addClassNames("portal-services", "guide");
        language.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        language.setIcon(new Glyph(Glyph.Of.GLOBE));
        language.addClickListener(click -> {
            inEnglish = !inEnglish;
            show();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        service = null;
        inEnglish = PortalPieces.english(this);
        standing = PortalStanding.at(doors.enterprises(), event.getLocation());
        try {
            var id = event.getRouteParameters().get("service").orElse("");
            service = doors.catalogue().of(new ServiceId(UUID.fromString(id)));
            show();
        } catch (UnknownService | IllegalArgumentException unknown) {
            removeAll();
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("services.refusal.unknownService"),
                            PortalPieces.link(PortalServiceNavigation.FIND, word(this, "all"))));
        }
    }

    @Override
    public String getPageTitle() {
        return (service == null ? word(this, "find") : text(service).title())
                + " · "
                + getTranslation("ui.portal.product");
    }

    private GuideText text(OpenService of) {
        var english = of.note().english();
        return inEnglish && english != null ? english : of.note().guide();
    }

    private void show() {
        var of = service;
        if (of == null) {
            return;
        }
        removeAll();
        var text = text(of);
        var note = of.note();
        language.setText(word(this, inEnglish ? "guide.zh" : "guide.en"));
        language.setVisible(note.english() != null);
        var back = PortalPieces.link(PortalServiceNavigation.FIND, word(this, "find.back"));
        var chips = row("chips", PortalPieces.where(this, of.here()));
        chips.add(chip(doors.messages().of(PortalPieces.locale(this), note.kind()), "quiet"));
        note.modes().stream()
                .sorted()
                .map(mode -> doors.messages().of(PortalPieces.locale(this), mode))
                .forEach(mode -> chips.add(chip(mode, "quiet")));
        add(row("guide-top", back, language), new H1(text.title()), chips, limits(of), begin(of));
        var decides = decides(of);
        if (decides != null) {
            add(section(word(this, "guide.decides"), decides));
        }
        prose("audience", text.audience());
        prose("conditions", text.conditions());
        if (!note.materials().isEmpty()) {
            var list = new Div();
            list.addClassName("portal-lines");
            note.materials()
                    .forEach(material ->
                            list.add(
                                    new PortalMaterialLine(
                                            material, doors.zone(), of.id(), inEnglish)));
            add(section(word(this, "materials"), list));
        }
        if (!of.parts().isEmpty()) {
            var parts = new Div(new Paragraph(word(this, "guide.parts.detail")));
            of.parts().forEach(part -> parts.add(PortalPieces.service(this, part)));
            add(section(word(this, "guide.parts"), parts));
        }
        prose("process", text.process());
        prose("result", text.result());
        add(
                section(
                        word(this, "guide.fees"),
                        PortalPieces.prose(
                                text.fees() == null
                                        ? word(this, "guide.fees.none")
                                        : text.fees())));
        if (!note.grounds().isEmpty()) {
            var list = new UnorderedList();
            note.grounds().forEach(ground -> list.add(new ListItem(ground(ground))));
            add(section(word(this, "guide.basis"), list));
        }
        prose("contact", text.contact());
        add(
                PortalPieces.outward(
                        PortalServiceNavigation.publicGuide(doors.zone(), of.id()),
                        word(this, "guide.public")));
    }

    private void prose(String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            add(section(word(this, "guide." + key), PortalPieces.prose(text)));
        }
    }

    private static String ground(LegalGround ground) {
        return ground.article() == null ? ground.title() : ground.title() + " " + ground.article();
    }

    private Div limits(OpenService of) {
        var note = of.note();
        var facts = new Div();
        facts.addClassName("guide-figures");
        facts.add(
                fact(
                        word(this, "guide.promised"),
                        note.kind() == ServiceKind.ON_THE_SPOT && of.track() != ServiceTrack.TICKET
                                ? word(this, "promise.spot")
                                : word(this, "days", note.promisedDays())));
        if (note.statutoryDays() != null) {
            facts.add(
                    fact(word(this, "guide.statutory"), word(this, "days", note.statutoryDays())));
        }
        facts.add(
                fact(
                        word(this, "guide.visits"),
                        note.visits() == 0
                                ? word(this, "guide.visits.none")
                                : word(this, "guide.visits.count", note.visits())));
        if (note.window() != null) {
            facts.add(fact(word(this, "guide.window"), note.window()));
        }
        return facts;
    }

    private @Nullable Div decides(OpenService of) {
        if (of.here() == null && of.body() == null) {
            return null;
        }
        var said = new Div();
        if (of.body() != null) {
            var body = new Span(of.body());
            body.addClassName("title");
            said.add(new Div(body));
        }
        if (of.here() != null) {
            said.add(new Paragraph(word(this, of.here() ? "guide.here" : "guide.upper")));
        }
        if (of.why() != null) {
            said.add(
                    new Paragraph(
                            word(
                                    this,
                                    "why",
                                    doors.messages().of(PortalPieces.locale(this), of.why()))));
        }
        return said;
    }

    /** A button for each enterprise that one may fill in for. */
    private Div begin(OpenService of) {
        begin.clear();
        var row = row("guide-begin");
        var all =
                standing == null
                        ? List.<org.kaiyuan.portal.MyEnterprises.Line>of()
                        : standing.all();
        for (var line : all) {
            var enterprise = line.enterpriseId();
            if (enterprise == null
                    || !doors.rights().mine(enterprise).contains(ColleagueRight.FILL_IN)) {
                continue;
            }
            var button =
                    new Button(
                            all.size() == 1
                                    ? word(this, "begin")
                                    : word(this, "begin.for", PortalStanding.name(line)));
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
            button.setDisableOnClick(true);
            button.addClickListener(click -> {
                try {
                    begin(of.id(), enterprise);
                } finally {
                    button.setEnabled(true);
                }
            });
            begin.add(button);
            row.add(button);
        }
        if (begin.isEmpty()) {
            row.add(new Paragraph(word(this, all.isEmpty() ? "begin.nobody" : "begin.noRight")));
        }
        return row;
    }

    private void begin(ServiceId id, EnterpriseId enterprise) {
        var draft = doors.drafting().begin(id, enterprise);
        getUI().ifPresent(ui -> ui.navigate(PortalServiceNavigation.draft(draft)));
    }
}
