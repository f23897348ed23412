package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.kaiyuan.services.Receipt;
import org.kaiyuan.ui.kit.QrPicture;
import org.kaiyuan.ui.kit.Shown;

/** 回执: number and code, and a picture with which anybody who has both reads the progress without an account. */
class PortalReceiptPane extends Div {
    private final transient Receipt receipt;
    private final String zone;
    private final Div picture = new Div();

    PortalReceiptPane(Receipt receipt, String zone) {
        this.receipt = receipt;
        this.zone = zone;
        addClassName("receipt");
        var number = new Span(receipt.number());
        number.addClassName("receipt-number");
        var code = new Span(receipt.code());
        code.addClassName("receipt-code");
        var facts =
                PortalPieces.row(
                        "receipt-facts",
                        PortalPieces.fact(word(this, "receipt.number"), number),
                        PortalPieces.fact(word(this, "receipt.code"), code),
                        PortalPieces.fact(word(this, "receipt.at"), Shown.moment(receipt.at())));
        var open =
                PortalPieces.outward(
                        PortalServiceNavigation.progress(zone, receipt),
                        word(this, "receipt.progress"));
        facts.add(open);
        add(picture, facts, new Paragraph(word(this, "receipt.detail")));
    }

    /** The picture holds the whole address, which only the browser knows. */
    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI()
                .getPage()
                .fetchCurrentURL(here -> {
                    picture.removeAll();
                    picture.add(
                            new QrPicture(
                                    "%s://%s/%s"
                                            .formatted(
                                                    here.getProtocol(),
                                                    here.getAuthority(),
                                                    PortalServiceNavigation.progress(
                                                            zone, receipt)),
                                    word(this, "receipt.qr")));
                });
    }
}
