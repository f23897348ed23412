package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.Rating;
import org.kaiyuan.services.RatingContact;
import org.kaiyuan.services.RatingReasons;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 好差评: how it was, at each contact, once; and what one said. */
class PortalRatingPane extends Section {
    private static final int BAD = 2;
    private static final int MOST_SAID = 500;

    final List<Form> forms = new ArrayList<>();
    private final transient PortalServiceDoors doors;
    private final CaseId id;
    private final Div content = new Div();

    PortalRatingPane(PortalServiceDoors doors, CaseId id) {
        this.doors = doors;
        this.id = id;
        addClassNames("form-group", "rating");
        setId("rating");
        add(new H2(word(this, "rating")), content);
        refresh();
    }

    boolean isEmpty() {
        return content.getComponentCount() == 0;
    }

    private void refresh() {
        content.removeAll();
        forms.clear();
        for (var contact : doors.ratings().open(id)) {
            var form = new Form(contact);
            forms.add(form);
            content.add(form);
        }
        doors.ratings().of(id).forEach(given -> content.add(line(given)));
    }

    private Div line(Rating given) {
        var what =
                new Span(
                        doors.messages().of(PortalPieces.locale(this), given.contact())
                                + " · "
                                + word(this, "rating." + given.stars()));
        what.addClassName("title");
        var line = PortalPieces.row("given", what, PortalPieces.sub(Shown.moment(given.at())));
        if (!given.reasons().isEmpty()) {
            line.add(
                    PortalPieces.sub(
                            String.join(
                                    word(this, "between"),
                                    given.reasons().stream().map(this::reason).toList())));
        }
        if (given.said() != null) {
            line.add(PortalPieces.prose(given.said()));
        }
        if (given.callBackSaid() != null) {
            line.add(PortalPieces.sub(word(this, "rating.called", given.callBackSaid())));
        }
        if (given.rectifiedSaid() != null) {
            line.add(PortalPieces.sub(word(this, "rating.rectified", given.rectifiedSaid())));
        }
        return line;
    }

    private String reason(String key) {
        return getTranslation("services.rating.reason." + key);
    }

    /** One contact. */
    final class Form extends Div {
        final RadioButtonGroup<Integer> stars = new RadioButtonGroup<>();
        final CheckboxGroup<String> reasons = new CheckboxGroup<>();
        final TextArea said = new TextArea();
        final Button send = new Button();
        private final RatingContact contact;

        Form(RatingContact contact) {
            this.contact = contact;
            addClassName("rating-form");
            var name = doors.messages().of(PortalPieces.locale(this), contact);
            stars.setLabel(word(this, "rating.how", name));
            stars.setItems(5, 4, 3, 2, 1);
            stars.setItemLabelGenerator(one -> word(this, "rating." + one));
            reasons.setLabel(word(this, "rating.reasons"));
            reasons.setItemLabelGenerator(PortalRatingPane.this::reason);
            reasons.setVisible(false);
            said.setLabel(word(this, "rating.said"));
            said.setMaxLength(MOST_SAID);
            said.setWidthFull();
            said.setVisible(false);
            send.setText(word(this, "rating.send"));
            send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            send.setDisableOnClick(true);
            send.setVisible(false);
            stars.addValueChangeListener(change -> {
                if (change.getValue() != null) {
                    reasons.setItems(RatingReasons.of(change.getValue()));
                    reasons.setVisible(true);
                    said.setVisible(true);
                    send.setVisible(true);
                }
            });
            send.addClickListener(click -> {
                try {
                    send();
                } finally {
                    send.setEnabled(true);
                }
            });
            add(new H3(name), stars, reasons, said, send);
        }

        private void send() {
            doors.ratings()
                    .rate(
                            id,
                            contact,
                            stars.getValue(),
                            List.copyOf(reasons.getValue()),
                            said.getValue().isBlank() ? null : said.getValue().strip());
            Tell.done(word(this, stars.getValue() <= BAD ? "rating.thanks.bad" : "rating.thanks"));
            refresh();
        }
    }
}
