package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.LegalGround;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.ui.kit.Rows;

/** What a service is, and its guide in both languages. */
final class ServiceGuidePart extends ServiceEditPart {
    private static final int MOST_DAYS = 730;

    final RadioButtonGroup<ServiceKind> kind = new RadioButtonGroup<>();
    final IntegerField statutoryDays = new IntegerField();
    final IntegerField promisedDays = new IntegerField();
    final CheckboxGroup<HandlingMode> modes = new CheckboxGroup<>();
    final IntegerField visits = new IntegerField();
    final TextField window = new TextField();
    final MultiSelectComboBox<String> topics = new MultiSelectComboBox<>();
    final Rows<LegalGround> grounds;
    final Guide chinese;
    final Guide english;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    ServiceGuidePart(ServiceCatalogueDoors doors) {
        super(doors);
        grounds = new Rows<>(word("grounds"), word("grounds.add"), GroundRow::new);
        chinese = new Guide("guide", "");
        english = new Guide("english", "En");
        kind.setItems(ServiceKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        modes.setItems(HandlingMode.values());
        modes.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        modes.addClassName("wide");
        days(statutoryDays);
        days(promisedDays);
        promisedDays.setRequiredIndicatorVisible(true);
        visits.setMin(0);
        visits.setMax(20);
        visits.setStepButtonsVisible(true);
        statutoryDays.setHelperText(word("statutoryDays.help"));
        window.setMaxLength(200);
        window.setHelperText(word("window.help"));
        known.addAll(doors.catalogue().topics());
        topics.setItems(known);
        topics.setAllowCustomValue(true);
        topics.addCustomValueSetListener(set -> {
            var said = ServiceCells.said(set.getDetail());
            if (said != null && said.length() <= 40) {
                topics.select(said);
            }
        });
        topics.setHelperText(word("topics.help"));
        field("kind", kind);
        field("statutoryDays", statutoryDays);
        field("promisedDays", promisedDays);
        field("modes", modes);
        field("visits", visits);
        field("window", window);
        field("topics", topics);
        fields.put("grounds", grounds);
        add(
                group("guide.zh", chinese.components()),
                group("handling", kind, promisedDays, statutoryDays, visits, window, topics, modes),
                group("basis", grounds),
                group("guide.en", english.components()));
        grounds.addClassName("wide");
    }

    @Override
    void show(ServiceNote note) {
        chinese.show(note.guide());
        english.show(note.english());
        kind.setValue(note.kind());
        statutoryDays.setValue(note.statutoryDays());
        promisedDays.setValue(note.promisedDays());
        modes.setValue(note.modes());
        visits.setValue(note.visits());
        window.setValue(ServiceCells.typed(note.window()));
        known.addAll(note.topics());
        topics.setItems(known);
        topics.setValue(new LinkedHashSet<>(note.topics()));
        grounds.setValue(note.grounds());
    }

    @Override
    void mark(List<FieldFault> faults, ServiceFaultWords words) {
        fields.values().forEach(field -> field.setInvalid(false));
        var rest = new ArrayList<FieldFault>();
        for (var fault : faults) {
            var field = field(fault.field());
            if (field == null) {
                rest.add(fault);
            } else {
                field.setErrorMessage(
                        fault.field().contains("[") ? words.whole(fault) : words.sentence(fault));
                field.setInvalid(true);
            }
        }
        tell(rest, words);
    }

    GuideText guide() {
        return Objects.requireNonNull(chinese.value(true));
    }

    @Nullable GuideText english() {
        return english.value(false);
    }

    /** A number that is missing is not a promise of nothing: it is refused as such. */
    int promised() {
        return promisedDays.getValue() == null ? 0 : promisedDays.getValue();
    }

    Set<HandlingMode> chosenModes() {
        var chosen = EnumSet.noneOf(HandlingMode.class);
        chosen.addAll(modes.getValue());
        return chosen;
    }

    List<String> chosenTopics() {
        return List.copyOf(topics.getValue());
    }

    /** By the name of it; of a line the lines. */
    private @Nullable HasValidation field(String name) {
        int bracket = name.indexOf('[');
        return fields.get(bracket < 0 ? name : name.substring(0, bracket));
    }

    private static void days(IntegerField field) {
        field.setMin(0);
        field.setMax(MOST_DAYS);
        field.setStepButtonsVisible(true);
    }

    private <F extends Component & HasLabel & HasValidation> void field(String key, F field) {
        field.setLabel(word(key));
        field.setManualValidation(true);
        fields.put(key, field);
    }

    private Div group(String key, Component... parts) {
        var grid = new Div(parts);
        grid.addClassNames("form-grid", "top");
        var group = new Div(new H2(word("group." + key)), grid);
        group.addClassName("form-group");
        return group;
    }

    /** The guide in one language. */
    final class Guide {
        final TextField title = new TextField();
        final TextArea audience = new TextArea();
        final TextArea conditions = new TextArea();
        final TextArea process = new TextArea();
        final TextArea fees = new TextArea();
        final TextArea result = new TextArea();
        final TextField contact = new TextField();

        Guide(String prefix, String language) {
            title.setMaxLength(200);
            title.addClassName("wide");
            title.setRequiredIndicatorVisible(language.isEmpty());
            contact.setMaxLength(200);
            for (var area : List.of(audience, conditions, process, fees, result)) {
                area.setMaxLength(4000);
                area.setMinRows(2);
            }
            conditions.addClassName("wide");
            process.addClassName("wide");
            put(prefix, "title", title);
            put(prefix, "audience", audience);
            put(prefix, "conditions", conditions);
            put(prefix, "process", process);
            put(prefix, "fees", fees);
            put(prefix, "result", result);
            put(prefix, "contact", contact);
            fees.setPlaceholder(word("fees.none"));
        }

        private <F extends Component & HasLabel & HasValidation> void put(
                String prefix, String key, F field) {
            field.setLabel(word(key.equals("title") ? "guide.title" : key));
            field.setManualValidation(true);
            fields.put(prefix + "." + key, field);
        }

        Component[] components() {
            return new Component[] {title, audience, result, conditions, process, fees, contact};
        }

        void show(@Nullable GuideText text) {
            title.setValue(text == null ? "" : text.title());
            audience.setValue(text == null ? "" : ServiceCells.typed(text.audience()));
            conditions.setValue(text == null ? "" : ServiceCells.typed(text.conditions()));
            process.setValue(text == null ? "" : ServiceCells.typed(text.process()));
            fees.setValue(text == null ? "" : ServiceCells.typed(text.fees()));
            result.setValue(text == null ? "" : ServiceCells.typed(text.result()));
            contact.setValue(text == null ? "" : ServiceCells.typed(text.contact()));
        }

        /** @param always also where nothing was written */
        @Nullable GuideText value(boolean always) {
            var text =
                    new GuideText(
                            title.getValue().strip(),
                            ServiceCells.said(audience.getValue()),
                            ServiceCells.said(conditions.getValue()),
                            ServiceCells.said(process.getValue()),
                            ServiceCells.said(fees.getValue()),
                            ServiceCells.said(result.getValue()),
                            ServiceCells.said(contact.getValue()));
            boolean empty = text.equals(new GuideText("", null, null, null, null, null, null));
            return empty && !always ? null : text;
        }
    }

    /** A law and its article. */
    private final class GroundRow implements Rows.Row<LegalGround> {
        private final TextField title = new TextField();
        private final TextField article = new TextField();

        GroundRow(@Nullable LegalGround ground) {
            title.setLabel(word("ground.title"));
            title.setMaxLength(300);
            title.addClassName("broad");
            article.setLabel(word("ground.article"));
            article.setMaxLength(200);
            if (ground != null) {
                title.setValue(ground.title());
                article.setValue(ServiceCells.typed(ground.article()));
            }
        }

        @Override
        public List<Component> fields() {
            return List.of(title, article);
        }

        @Override
        public @Nullable LegalGround value() {
            return title.getValue().isBlank() && article.getValue().isBlank()
                    ? null
                    : new LegalGround(
                            title.getValue().strip(), ServiceCells.said(article.getValue()));
        }
    }
}
