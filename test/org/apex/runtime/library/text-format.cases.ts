/** Regular expressions, cryptography, encodings and XML. */
import type { LibraryRow } from './rows.ts';
import { enumRow, reference, rowsOf } from './rows.ts';

const PATTERN = rowsOf('Pattern', reference('apex_classes_pattern_and_matcher_pattern_methods'), {
  'static Pattern compile(String)': [
    ["Pattern.compile('a+').matcher('aaa').matches()", 'true'],
    ["Pattern.compile('(')", '!System.StringException: Invalid regex: Unclosed group near index 1\n('],
    ["'a*b'.split('*')", "!System.StringException: Invalid regex: Dangling meta character '*' near index 0\n*\n^"],
    ["Pattern.compile('[a')", '!System.StringException: Invalid regex: Unclosed character class near index 1\n[a\n ^'],
  ],
  'static Boolean matches(String,String)': [
    "Pattern.matches('a.c', 'abc') + '' + Pattern.matches('b', 'abc')",
    'truefalse',
  ],
  'static String quote(String)': [
    "Pattern.quote('a.b') + Pattern.matches(Pattern.quote('a.b'), 'axb')",
    '\\Qa.b\\Efalse',
  ],
  'Matcher matcher(String)': ["Pattern.compile('b').matcher('abc').find()", 'true'],
  'String pattern()': ["Pattern.compile('a+').pattern()", 'a+'],
  'List<String> split(String)': ["Pattern.compile('[,;]').split('a,b;c')", '(a, b, c)'],
  'List<String> split(String,Integer)': ["Pattern.compile(',').split('a,b,c', 2)", '(a, b,c)'],
});

const MATCHER = rowsOf(
  'Matcher',
  reference('apex_classes_pattern_and_matcher_matcher_methods'),
  {
    'static String quoteReplacement(String)': ["Matcher.quoteReplacement('$1\\\\')", '\\$1\\\\'],
    'Boolean find()': ['Integer n = 0; while (m.find()) { n++; } return n;', '2'],
    'Boolean find(Integer)': ['m.find(3); return m.start();', '4'],
    'Boolean matches()': ["m.matches() + '' + Pattern.compile('a\\\\d').matcher('a1').matches()", 'falsetrue'],
    'Boolean lookingAt()': ["m.lookingAt() + '' + Pattern.compile('x').matcher('xy').lookingAt()", 'falsetrue'],
    'String group()': [
      ['m.find(); return m.group();', 'a1'],
      ['m.group()', '!System.StringException: No match found'],
    ],
    'String group(Integer)': [
      ['m.find(); return m.group(1) + m.group(0);', '1a1'],
      ['m.find(); return m.group(2);', '!System.StringException: No group 2'],
    ],
    'Integer groupCount()': ['m.groupCount()', '1'],
    'Integer start()': ['m.find(); return m.start();', '1'],
    'Integer start(Integer)': ['m.find(); return m.start(1);', '2'],
    'Integer end()': ['m.find(); return m.end();', '3'],
    'Integer end(Integer)': ['m.find(); return m.end(1);', '3'],
    'Boolean hitEnd()': [
      "m.find(); Boolean first = m.hitEnd(); while (m.find()) {} return first + '' + m.hitEnd();",
      'falsetrue',
    ],
    'Pattern pattern()': ['m.pattern().pattern()', 'a(\\d)'],
    'Matcher region(Integer,Integer)': ['m.region(3, 7); m.find(); return m.group();', 'a2'],
    'Integer regionStart()': ['m.region(3, 7).regionStart()', '3'],
    'Integer regionEnd()': ['m.region(3, 7).regionEnd()', '7'],
    'String replaceAll(String)': [
      ["m.replaceAll('<$1>')", 'x<1>y<2>z'],
      ["m.replaceAll(Matcher.quoteReplacement('$'))", 'x$y$z'],
    ],
    'String replaceFirst(String)': ["m.replaceFirst('-')", 'x-ya2z'],
    'Matcher reset()': ['m.find(); m.reset(); m.find(); return m.group();', 'a1'],
    'Matcher reset(String)': ["m.reset('a9').find(); return m.group(1);", '9'],
    'Matcher usePattern(Pattern)': ["m.usePattern(Pattern.compile('y')); m.find(); return m.group();", 'y'],
    'Boolean hasAnchoringBounds()': ['m.hasAnchoringBounds()', 'true'],
    'Boolean hasTransparentBounds()': ['m.hasTransparentBounds()', 'false'],
    'Boolean requireEnd()': [
      "Matcher n = Pattern.compile('a$').matcher('ba'); n.find(); return n.requireEnd();",
      'true',
    ],
  },
  "Matcher m = Pattern.compile('a(\\\\d)').matcher('xa1ya2z'); ",
);

const HEX = (apex: string): string => `EncodingUtil.convertToHex(${apex})`;

const CRYPTO = rowsOf('Crypto', reference('apex_classes_restful_crypto'), {
  'static Blob generateDigest(String,Blob)': [
    [HEX("Crypto.generateDigest('MD5', Blob.valueOf('abc'))"), '900150983cd24fb0d6963f7d28e17f72'],
    [HEX("Crypto.generateDigest('SHA1', Blob.valueOf('abc'))"), 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    [
      HEX("Crypto.generateDigest('SHA-256', Blob.valueOf('abc'))"),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ],
    [`${HEX("Crypto.generateDigest('SHA-512', Blob.valueOf('abc'))")}.left(16)`, 'ddaf35a193617aba'],
    [
      "Crypto.generateDigest('NONE', Blob.valueOf('abc'))",
      '!System.InvalidParameterValueException: Invalid algorithm: NONE',
    ],
  ],
  'static Blob generateMac(String,Blob,Blob)': [
    [
      HEX("Crypto.generateMac('hmacSHA256', Blob.valueOf('what do ya want for nothing?'), Blob.valueOf('Jefe'))"),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      HEX("Crypto.generateMac('HmacSHA1', Blob.valueOf('what do ya want for nothing?'), Blob.valueOf('Jefe'))"),
      'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
    ],
  ],
  'static Boolean verifyHMac(String,Blob,Blob,Blob)': [
    "Blob k = Blob.valueOf('key'); Blob d = Blob.valueOf('data'); return Crypto.verifyHMac('hmacSHA256', d, k, Crypto.generateMac('hmacSHA256', d, k)) + '' + Crypto.verifyHMac('hmacSHA256', d, k, d);",
    'truefalse',
  ],
  'static Blob sign(String,Blob,Blob)': [
    ["Crypto.sign('RSA-SHA256', Blob.valueOf('data'), EncodingUtil.base64Decode(Keys.PRIVATE_KEY)).size()", '128'],
    [
      "Crypto.sign('RSA-SHA256', Blob.valueOf('data'), Blob.valueOf('key'))",
      '!System.InvalidParameterValueException: Invalid private key. Must be in PKCS#8 format.',
    ],
  ],
  'static Blob signWithCertificate(String,Blob,String)': [
    "Crypto.signWithCertificate('RSA-SHA256', Blob.valueOf('data'), 'Signer').size() > 0",
    'true',
  ],
  'static Boolean verify(String,Blob,Blob,Blob)': [
    "Blob s = Crypto.sign('RSA-SHA256', Blob.valueOf('data'), EncodingUtil.base64Decode(Keys.PRIVATE_KEY)); Blob k = EncodingUtil.base64Decode(Keys.PUBLIC_KEY); return Crypto.verify('RSA-SHA256', Blob.valueOf('data'), s, k) + '' + Crypto.verify('RSA-SHA256', Blob.valueOf('other'), s, k);",
    'truefalse',
  ],
  'static Boolean verify(String,Blob,Blob,String)': [
    "Blob s = Crypto.signWithCertificate('RSA-SHA256', Blob.valueOf('data'), 'Signer'); return Crypto.verify('RSA-SHA256', Blob.valueOf('data'), s, 'Signer');",
    'true',
  ],
  'static Blob generateAesKey(Integer)': [
    ['Crypto.generateAesKey(256).size()', '32'],
    ['Crypto.generateAesKey(100)', '!System.InvalidParameterValueException: Invalid key size: 100'],
  ],
  'static Blob encrypt(String,Blob,Blob,Blob)': [
    [
      HEX(
        "Crypto.encrypt('AES128', EncodingUtil.convertFromHex('2b7e151628aed2a6abf7158809cf4f3c'), EncodingUtil.convertFromHex('000102030405060708090a0b0c0d0e0f'), EncodingUtil.convertFromHex('6bc1bee22e409f96e93d7e117393172a'))",
      ) + '.left(32)',
      '7649abac8119b246cee98e9b12e9197d',
    ],
    [
      "Crypto.encrypt('AES256', Blob.valueOf('short'), Blob.valueOf('1234567890123456'), Blob.valueOf('x'))",
      '!System.InvalidParameterValueException: Invalid private key. Must be 32 bytes.',
    ],
  ],
  'static Blob decrypt(String,Blob,Blob,Blob)': [
    "Blob k = Crypto.generateAesKey(128); Blob iv = Blob.valueOf('Example of IV123'); return Crypto.decrypt('AES128', k, iv, Crypto.encrypt('AES128', k, iv, Blob.valueOf('secret'))).toString();",
    'secret',
  ],
  'static Blob encryptWithManagedIV(String,Blob,Blob)': [
    "Blob k = Crypto.generateAesKey(256); return Crypto.encryptWithManagedIV('AES256', k, Blob.valueOf('secret')).size();",
    '32',
  ],
  'static Blob decryptWithManagedIV(String,Blob,Blob)': [
    "Blob k = Crypto.generateAesKey(192); return Crypto.decryptWithManagedIV('AES192', k, Crypto.encryptWithManagedIV('AES192', k, Blob.valueOf('secret'))).toString();",
    'secret',
  ],
  'static Integer getRandomInteger()': [
    'Set<Integer> s = new Set<Integer>(); for (Integer i = 0; i < 20; i++) { s.add(Crypto.getRandomInteger()); } return s.size() > 15;',
    'true',
  ],
  'static Long getRandomLong()': [
    'Set<Long> s = new Set<Long>(); for (Integer i = 0; i < 20; i++) { s.add(Crypto.getRandomLong()); } return s.size();',
    '20',
  ],
});

const ENCODING = rowsOf('EncodingUtil', reference('apex_classes_restful_encodingUtil'), {
  'static Blob base64Decode(String)': ["EncodingUtil.base64Decode('aGVsbG8=').toString()", 'hello'],
  'static String base64Encode(Blob)': ["EncodingUtil.base64Encode(Blob.valueOf('hello'))", 'aGVsbG8='],
  'static Blob convertFromHex(String)': [
    ["EncodingUtil.convertFromHex('4A4B4C').toString()", 'JKL'],
    ["EncodingUtil.convertFromHex('xyz')", '!System.InvalidParameterValueException: Invalid hex string'],
  ],
  'static String convertToHex(Blob)': ["EncodingUtil.convertToHex(Blob.valueOf('JKL'))", '4a4b4c'],
  'static String urlDecode(String,String)': ["EncodingUtil.urlDecode('a+b%20c%C3%A9', 'UTF-8')", 'a b cé'],
  'static String urlEncode(String,String)': [
    [
      "EncodingUtil.urlEncode('https://www.example.com/r?x=a b&y=é*(~)', 'UTF-8')",
      'https%3A%2F%2Fwww.example.com%2Fr%3Fx%3Da+b%26y%3D%C3%A9*%28%7E%29',
    ],
  ],
});

const DOCUMENT =
  'Dom.Document d = new Dom.Document(); d.load(\'<?xml version="1.0"?><r xmlns="urn:a" xmlns:p="urn:p" a="1" p:b="2"><c>text &amp; more</c><!--note--><p:c/>tail</r>\'); Dom.XmlNode r = d.getRootElement(); ';

const DOM = [
  ...rowsOf('Dom.Document', reference('apex_classes_xml_dom_document'), {
    'new()': ['new Dom.Document().getRootElement()', 'null'],
    'Dom.XmlNode createRootElement(String,String,String)': [
      "Dom.Document d = new Dom.Document(); d.createRootElement('e', 'urn:x', 's'); return d.toXmlString();",
      '<?xml version="1.0" encoding="UTF-8"?><s:e xmlns:s="urn:x"/>',
    ],
    'Dom.XmlNode getRootElement()': [`${DOCUMENT}return d.getRootElement().getName();`, 'r'],
    'void load(String)': [
      [
        "Dom.Document d = new Dom.Document(); d.load('<a><![CDATA[<b>]]></a>'); return d.getRootElement().getText();",
        '<b>',
      ],
      [
        "Dom.Document d = new Dom.Document(); try { d.load('<a><b></a>'); } catch (XmlException e) { return e.getTypeName(); } return 'loaded';",
        'System.XmlException',
      ],
    ],
    'String toXmlString()': [
      "Dom.Document d = new Dom.Document(); d.createRootElement('a', null, null).addChildElement('b', null, null).addTextNode('x<y'); return d.toXmlString();",
      '<?xml version="1.0" encoding="UTF-8"?><a><b>x&lt;y</b></a>',
    ],
  }),
  ...rowsOf(
    'Dom.XmlNode',
    reference('apex_classes_xml_dom_xmlnode'),
    {
      'Dom.XmlNode addChildElement(String,String,String)': [
        "r.addChildElement('n', 'urn:a', null); return r.getChildElement('n', 'urn:a').getParent() == r;",
        'true',
      ],
      'Dom.XmlNode addCommentNode(String)': ["r.addCommentNode('x').getNodeType()", 'COMMENT'],
      'Dom.XmlNode addTextNode(String)': ["r.addTextNode('!'); return r.getText();", 'tail!'],
      'String getAttribute(String,String)': [
        "r.getAttribute('a', null) + r.getAttribute('b', 'urn:p') + r.getAttribute('b', null)",
        '12null',
      ],
      'Integer getAttributeCount()': ['r.getAttributeCount()', '2'],
      'String getAttributeKeyAt(Integer)': ['r.getAttributeKeyAt(1)', 'b'],
      'String getAttributeKeyNsAt(Integer)': ['r.getAttributeKeyNsAt(0) + r.getAttributeKeyNsAt(1)', 'nullurn:p'],
      'String getAttributeValue(String,String)': ["r.getAttributeValue('a', null)", '1'],
      'String getAttributeValueNs(String,String)': ["r.getAttributeValueNs('a', null)", 'null'],
      'Dom.XmlNode getChildElement(String,String)': [
        "r.getChildElement('c', 'urn:a').getText() + r.getChildElement('c', 'urn:x')",
        'text & morenull',
      ],
      'List<Dom.XmlNode> getChildElements()': ['r.getChildElements().size()', '2'],
      'List<Dom.XmlNode> getChildren()': ['r.getChildren().size()', '4'],
      'String getName()': ['r.getChildElements()[1].getName()', 'c'],
      'String getNamespace()': ['r.getNamespace() + r.getChildElements()[1].getNamespace()', 'urn:aurn:p'],
      'String getNamespaceFor(String)': ["r.getChildElements()[0].getNamespaceFor('p')", 'urn:p'],
      'Dom.XmlNodeType getNodeType()': [
        "r.getNodeType() + '' + r.getChildren()[1].getNodeType() + r.getChildren()[3].getNodeType()",
        'ELEMENTCOMMENTTEXT',
      ],
      'Dom.XmlNode getParent()': ["(r.getParent() == null) + '' + (r.getChildren()[0].getParent() == r)", 'truetrue'],
      'String getPrefixFor(String)': ["r.getPrefixFor('urn:p')", 'p'],
      'String getText()': ['r.getText()', 'tail'],
      'Dom.XmlNode insertBefore(Dom.XmlNode,Dom.XmlNode)': [
        "Dom.XmlNode n = new Dom.Document().createRootElement('first', null, null); r.insertBefore(n, r.getChildren()[0]); return r.getChildren()[0].getName();",
        'first',
      ],
      'Boolean removeAttribute(String,String)': [
        "r.removeAttribute('a', null) + '' + r.removeAttribute('a', null)",
        'truefalse',
      ],
      'Boolean removeChild(Dom.XmlNode)': ['r.removeChild(r.getChildren()[0]); return r.getChildren().size();', '3'],
      'void setAttribute(String,String)': [
        "r.setAttribute('a', '9'); r.setAttribute('n', '1'); return r.getAttribute('a', null) + r.getAttributeCount();",
        '93',
      ],
      'void setAttributeNs(String,String,String,String)': [
        "r.setAttributeNs('b', '9', 'urn:p', null); return r.getAttribute('b', 'urn:p');",
        '9',
      ],
      'void setNamespace(String,String)': ["r.setNamespace('q', 'urn:q'); return r.getNamespaceFor('q');", 'urn:q'],
    },
    DOCUMENT,
  ),
  ...enumRow('Dom.XmlNodeType', reference('apex_classes_xml_dom_xmlnode'), 'ELEMENT TEXT COMMENT'),
];

export const TEXT_FORMATS: readonly LibraryRow[] = [...PATTERN, ...MATCHER, ...CRYPTO, ...ENCODING, ...DOM];
