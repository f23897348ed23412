package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import org.kaiyuan.ui.kit.Glyph;

/** 「您想办什么事」: words, pinyin, or what one needs something for. */
class PortalServiceSearch extends Div {
    private static final int LONGEST = 100;

    final TextField question = new TextField();
    final Button go = new Button();

    /**
     * @param typing whether it is asked while one types, not only at the end
     * @param asked is told the question, without blanks around it
     */
    PortalServiceSearch(boolean typing, SerializableConsumer<String> asked) {
        addClassName("service-search");
        getElement().setAttribute("role", "search");
        question.setAriaLabel(PortalPieces.word(this, "search"));
        question.setPlaceholder(PortalPieces.word(this, "search.example"));
        question.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        question.setClearButtonVisible(true);
        question.setMaxLength(LONGEST);
        question.setWidthFull();
        question.getElement().setAttribute("enterkeyhint", "search");
        question.setValueChangeMode(typing ? ValueChangeMode.LAZY : ValueChangeMode.ON_CHANGE);
        if (typing) {
            question.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    asked.accept(change.getValue().strip());
                }
            });
        }
        go.setText(PortalPieces.word(this, "search.go"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickListener(click -> asked.accept(question.getValue().strip()));
        question.addKeyPressListener(
                Key.ENTER, pressed -> asked.accept(question.getValue().strip()));
        add(question, go);
    }
}
