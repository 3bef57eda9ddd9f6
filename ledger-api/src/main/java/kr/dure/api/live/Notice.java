package kr.dure.api.live;

import java.nio.charset.StandardCharsets;
import kr.dure.api.http.ApiJson;
import kr.dure.api.merchant.ShopEvent;
import kr.dure.api.wallet.WalletNews;

/**
 * One event, as it goes over the line.
 *
 * @param position its id
 * @param text with the empty line that ends it, in UTF-8
 */
record Notice(long position, byte[] text) {
    static Notice of(WalletNews news) {
        return of(news.position(), news.kind().toString(), news);
    }

    static Notice of(ShopEvent event) {
        return of(event.position(), event.kind().toString(), event);
    }

    /** JSON has no line breaks of its own, so it is one line of data. */
    private static Notice of(long position, String kind, Object data) {
        String json = ApiJson.MAPPER.writeValueAsString(data);
        return new Notice(position, utf8("id: " + position + "\nevent: " + kind + "\ndata: " + json + "\n\n"));
    }

    /** Nothing happened up to a position. */
    static byte[] heartbeat(long position) {
        return utf8(":\nid: " + position + "\n\n");
    }

    /** @param pause before the client comes back, should the line break: not all of them at once */
    static byte[] greeting(long position, long pause) {
        return utf8("retry: " + pause + "\nid: " + position + "\n\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
