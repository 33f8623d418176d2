' Kijkt de alinea's van een document na met wat LibreOffice zelf daarvoor heeft ingesteld.
' Schrijft per alinea een regel (A) en per opmerking een regel (E), met tabs ertussen.
Sub Nakijken(sDocument As String, sResult As String)
  Dim aHidden(0) As New com.sun.star.beans.PropertyValue
  Dim aNone()
  aHidden(0).Name = "Hidden"
  aHidden(0).Value = True
  On Error GoTo Fail
  oOut = CreateUnoService("com.sun.star.io.TextOutputStream")
  oAccess = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  oOut.setOutputStream(oAccess.openFileWrite(ConvertToUrl(sResult)))
  oOut.setEncoding("UTF-8")
  oDocument = StarDesktop.loadComponentFromURL(ConvertToUrl(sDocument), "_blank", 0, aHidden())
  oManager = CreateUnoService("com.sun.star.linguistic2.LinguServiceManager")
  oParagraphs = oDocument.Text.createEnumeration()
  Do While oParagraphs.hasMoreElements()
    oParagraph = oParagraphs.nextElement()
    sText = oParagraph.getString()
    aLocale = oParagraph.CharLocale
    aNames = oManager.getConfiguredServices("com.sun.star.linguistic2.Proofreader", aLocale)
    oOut.writeString(Join(Array("A", aLocale.Language, Join(aNames, " "), sText), Chr(9)) & Chr(10))
    oChecker = CreateUnoService(aNames(0))
    oFound = oChecker.doProofreading("brief", sText, aLocale, 0, Len(sText), aNone())
    aErrors = oFound.aErrors
    For i = LBound(aErrors) To UBound(aErrors)
      aError = aErrors(i)
      aFields = Array("E", aError.nErrorStart, aError.nErrorLength, aError.aShortComment, aError.aFullComment, Join(aError.aSuggestions, "|"))
      oOut.writeString(Join(aFields, Chr(9)) & Chr(10))
    Next i
  Loop
  oDocument.close(True)
  oOut.closeOutput()
  StarDesktop.terminate()
  Exit Sub
Fail:
  oOut.writeString(Join(Array("FOUT", Error$, Erl), Chr(9)) & Chr(10))
  oOut.closeOutput()
  StarDesktop.terminate()
End Sub
