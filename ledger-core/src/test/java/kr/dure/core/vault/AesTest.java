package kr.dure.core.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AesTest {
    @ParameterizedTest(name = "case {0}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            13 | 0000000000000000000000000000000000000000000000000000000000000000 | 000000000000000000000000 | '' | '' | 530f8afbc74536b9a963b4f1c4cb738b
            14 | 0000000000000000000000000000000000000000000000000000000000000000 | 000000000000000000000000 | '' | 00000000000000000000000000000000 | cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919
            15 | feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308 | cafebabefacedbaddecaf888 | '' | d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255 | 522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015adb094dac5d93471bdec1a502270e3cc6c
            16 | feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308 | cafebabefacedbaddecaf888 | feedfacedeadbeeffeedfacedeadbeefabaddad2 | d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39 | 522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b
            """)
    void encryptsAsTheGcmSpecificationSubmittedToNistDoes(
            int number, String key, String nonce, String associated, String plain, String ciphertext) throws Exception {
        assertThat(Aes.encrypt(key(key), hex(nonce), hex(associated), hex(plain)))
                .isEqualTo(hex(ciphertext));
        assertThat(Aes.decrypt(key(key), hex(nonce), hex(associated), hex(ciphertext)))
                .isEqualTo(hex(plain));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F | 00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F | 28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21
            """)
    void wrapsAsSection4point6OfRfc3394Does(String master, String key, String wrapped) throws Exception {
        assertThat(Aes.wrap(key(master), key(key))).isEqualTo(hex(wrapped));
        assertThat(Aes.unwrap(key(master), hex(wrapped))).isEqualTo(key(key));
    }

    private static SecretKeySpec key(String bits) {
        return new SecretKeySpec(hex(bits), "AES");
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
